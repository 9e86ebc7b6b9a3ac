package org.rollbook.sources.cleverapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clever as its published specification describes it, served on this machine from memory, with
 * faults on demand. Written apart from the client: it shares no code with it.
 */
final class StandIn implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final String DISTRICT = "4fd43cc56d11340000000005";

  /** Answers a call in the place of the stand-in, or leaves it alone. */
  interface Fault {
    boolean takes(Call call) throws IOException;
  }

  /** One call: its number from 1, its path without version, and its query. */
  record Call(int number, String path, Map<String, String> query, HttpExchange exchange) {
    void answer(int status, String type, String body) throws IOException {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }

    void json(int status, String body) throws IOException {
      answer(status, "application/json", body);
    }

    void header(String name, Object value) {
      exchange.getResponseHeaders().set(name, String.valueOf(value));
    }

    /** Promises more than it sends. */
    void cut() throws IOException {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write("{\"data\":[".getBytes(UTF_8));
      exchange.close();
    }
  }

  final Map<String, Map<String, ObjectNode>> lists = new ConcurrentHashMap<>();
  final List<Fault> faults = new CopyOnWriteArrayList<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  volatile String token = "token-1";
  volatile int mostPerPage = 10_000;
  volatile boolean knowsLast = true;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    put("districts", object(DISTRICT).put("name", "Testville").put("sis_type", "sftp"));
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  static ObjectNode object(String id) {
    return JSON.createObjectNode().put("id", id);
  }

  Map<String, ObjectNode> list(String name) {
    return lists.computeIfAbsent(name, absent -> new TreeMap<>());
  }

  ObjectNode at(String list, String id) {
    return Optional.ofNullable(list(list).get(id)).orElseThrow();
  }

  void put(String list, ObjectNode object) {
    list(list).put(object.path("id").asString(), object);
  }

  void event(String id, String type, ObjectNode object) {
    ObjectNode event = object(id).put("type", type);
    event.putObject("data").set("object", object);
    put("events", event);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath().replaceFirst("^/v3\\.[01]", "");
      Map<String, String> query = query(exchange.getRequestURI());
      calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      var call = new Call(calls.size(), path, query, exchange);
      for (Fault fault : faults) {
        if (fault.takes(call)) {
          return;
        }
      }
      answer(call);
    }
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    String raw = uri.getQuery() == null ? "" : uri.getQuery();
    for (String pair : raw.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return query;
  }

  private void answer(Call call) throws IOException {
    if (call.path().equals("/oauth/tokens")) {
      grant(call);
      return;
    }
    String given = call.exchange().getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + token).equals(given)) {
      call.json(401, "{\"message\":\"invalid token\"}");
      return;
    }
    String[] steps = call.path().substring(1).split("/", -1);
    if (steps.length == 1 && !call.path().equals("/me")) {
      page(call, list(steps[0]));
    } else if (steps.length == 2) {
      single(call, Optional.ofNullable(list(steps[0]).get(steps[1])));
    } else if (steps.length == 3) {
      below(call, steps[1], steps[2]);
    } else {
      call.json(200, "{\"type\":\"teacher\",\"data\":{\"id\":\"u1\",\"district\":\"d1\"}}");
    }
  }

  private void grant(Call call) throws IOException {
    if (call.exchange().getRequestMethod().equals("POST")) {
      call.json(200, "{\"access_token\":\"il-1\",\"token_type\":\"bearer\"}");
      return;
    }
    call.json(
        200,
        """
        {"data":[{"id":"t","owner":{"type":"district","id":"%s"},"access_token":"%s"}]}
        """
            .formatted(DISTRICT, token));
  }

  private static void single(Call call, Optional<ObjectNode> object) throws IOException {
    if (object.isEmpty()) {
      call.json(404, "{\"message\":\"Resource not found\"}");
    } else {
      call.json(200, JSON.createObjectNode().set("data", object.get()).toString());
    }
  }

  /** A teacher's sections and students. */
  private void below(Call call, String user, String what) throws IOException {
    Map<String, ObjectNode> found = new TreeMap<>();
    for (ObjectNode section : list("sections").values()) {
      if (names(section.path("teachers"), user) || names(section.path("students"), user)) {
        found.put(section.path("id").asString(), section);
      }
    }
    if (what.equals("mystudents")) {
      Map<String, ObjectNode> students = new TreeMap<>();
      for (ObjectNode section : found.values()) {
        for (JsonNode student : section.path("students").values()) {
          Optional.ofNullable(list("users").get(student.asString()))
              .ifPresent(known -> students.put(student.asString(), known));
        }
      }
      found = students;
    }
    page(call, found);
  }

  private static boolean names(JsonNode ids, String id) {
    return ids.values().stream().anyMatch(value -> value.asString().equals(id));
  }

  private void page(Call call, Map<String, ObjectNode> all) throws IOException {
    int limit = Integer.parseInt(call.query().getOrDefault("limit", "100"));
    if (limit > mostPerPage) {
      call.json(413, "{\"message\":\"limit too large\"}");
      return;
    }
    String role = call.query().getOrDefault("role", "");
    List<ObjectNode> listed =
        all.values().stream()
            .filter(object -> role.isEmpty() || object.path("roles").path(role).isObject())
            .toList();
    String after = call.query().getOrDefault("starting_after", "");
    String before = call.query().getOrDefault("ending_before", "");
    if (before.equals("last")) {
      if (!knowsLast) {
        call.json(400, "{\"message\":\"no such id\"}");
        return;
      }
      page(call, listed.subList(Math.max(0, listed.size() - limit), listed.size()), limit, role);
      return;
    }
    page(
        call,
        listed.stream()
            .filter(object -> object.path("id").asString().compareTo(after) > 0)
            .limit(limit)
            .toList(),
        limit,
        role);
  }

  /** A full page has a next link, which may lead to an empty page. */
  private static void page(Call call, List<ObjectNode> records, int limit, String role)
      throws IOException {
    ObjectNode page = JSON.createObjectNode();
    ArrayNode data = page.putArray("data");
    records.forEach(record -> data.addObject().set("data", record));
    ArrayNode links = page.putArray("links");
    links.addObject().put("rel", "self").put("uri", call.exchange().getRequestURI().toString());
    if (records.size() == limit) {
      String filter = role.isEmpty() ? "" : "&role=" + role;
      links
          .addObject()
          .put("rel", "next")
          .put(
              "uri",
              "/v3.1%s?limit=%d&starting_after=%s%s"
                  .formatted(call.path(), limit, records.getLast().path("id").asString(), filter));
    }
    zipped(call, page.toString());
  }

  private static void zipped(Call call, String body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(body.getBytes(UTF_8));
    }
    call.header("Content-Encoding", "gzip");
    call.header("Content-Type", "application/json; charset=utf-8");
    call.exchange().sendResponseHeaders(200, bytes.size());
    call.exchange().getResponseBody().write(bytes.toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
