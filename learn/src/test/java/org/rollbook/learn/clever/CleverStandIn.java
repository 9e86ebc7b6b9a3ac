package org.rollbook.learn.clever;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.rollbook.learn.clever.StandInOAuth.Holder;
import org.rollbook.sources.cleverapi.CleverSettings.Patience;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clever as its published specification describes it, served on this machine from memory, with
 * faults on demand. Written apart from the client: it shares no code with it.
 */
public final class CleverStandIn implements AutoCloseable {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  public static final String CLIENT = "learn-client";
  public static final String SECRET = "learn-secret";

  /** Tests do not wait as long as people do. */
  private static final Patience HASTY =
      new Patience(
          Duration.ofSeconds(5), 3, Duration.ofMillis(5), Duration.ofMillis(50), 2, 1_000_000);

  /** Answers a call in the place of the stand-in, or leaves it alone. */
  @FunctionalInterface
  public interface Fault {
    boolean takes(StandInCall call) throws IOException;
  }

  private final List<StandInDistrict> districts = new CopyOnWriteArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<String, AtomicInteger> windows = new ConcurrentHashMap<>();
  private final StandInOAuth oauth = new StandInOAuth(this);
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile int perMinute = 1_200;

  public CleverStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static ObjectNode object(String id) {
    return JSON.createObjectNode().put("id", id);
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How the learning app reaches it, with little patience. */
  public CleverConnection connection() {
    return CleverConnection.of(base(), base(), CLIENT, SECRET).withPatience(HASTY);
  }

  /** Another district that the app is connected to. */
  public StandInDistrict district(String name) {
    var district = new StandInDistrict(name);
    districts.add(district);
    return district;
  }

  /** Who signs in at Clever from now on. */
  public void atTheScreen(StandInDistrict district, String user) {
    oauth.choose(new Holder(district, user));
  }

  /** Clever sends everybody back with an error from now on, until somebody else is chosen. */
  public void refusesEverybody(String error) {
    oauth.refuse(error);
  }

  /** A code as the portal sends it along, without that anybody asked. */
  public String codeFor(StandInDistrict district, String user, URI redirect) {
    return oauth.code(new Holder(district, user), redirect.toString());
  }

  /** All codes that were given out expire. */
  public void codesExpire() {
    oauth.forgetCodes();
  }

  /** Another limit of calls a minute for each token. */
  public void perMinute(int limit) {
    perMinute = limit;
  }

  /** Every call since the last {@link #forgetCalls}: method, then address with query. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** How many calls fit, of which method and address are matched from anywhere. */
  public long calls(String pattern) {
    var fits = Pattern.compile(pattern);
    return calls.stream().filter(call -> fits.matcher(call).find()).count();
  }

  public void forgetCalls() {
    calls.clear();
  }

  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** The next calls to paths that fit are answered so. */
  public void answers(int status, int times, String path) {
    var left = new AtomicInteger(times);
    fault(call -> {
      boolean mine = call.path().matches(path) && left.getAndDecrement() > 0;
      if (mine) {
        call.error(status, "as the test wishes");
      }
      return mine;
    });
  }

  public void noFaults() {
    faults.clear();
  }

  boolean accepts(String authorization) {
    return authorization.equals(StandInOAuth.basic(CLIENT, SECRET));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = StandInCall.of(exchange);
      calls.add(call.method() + " " + exchange.getRequestURI());
      for (Fault fault : faults) {
        if (fault.takes(call)) {
          return;
        }
      }
      answer(call);
    }
  }

  private void answer(StandInCall call) throws IOException {
    switch (call.path()) {
      case "/oauth/authorize" -> oauth.authorize(call);
      case "/oauth/tokens" -> oauth.tokens(call, districts);
      default -> data(call);
    }
  }

  private void data(StandInCall call) throws IOException {
    String token = call.header("Authorization").orElse("").replaceFirst("^Bearer ", "");
    Optional<StandInDistrict> district =
        districts.stream().filter(one -> one.rostered() && one.token().equals(token)).findFirst();
    Optional<Holder> holder = oauth.holder(token);
    if (district.isEmpty() && holder.isEmpty()) {
      call.error(401, "invalid token");
    } else if (limited(call, token)) {
      call.error(429, "too many requests");
    } else if (holder.isPresent()) {
      new StandInApi(holder.get().district(), call).answer(holder.get());
    } else {
      new StandInApi(district.orElseThrow(), call).answer();
    }
  }

  /** So many calls in each minute of the clock, for each token. */
  private boolean limited(StandInCall call, String token) {
    long minute = System.currentTimeMillis() / 60_000;
    int made =
        windows.computeIfAbsent(token + minute, first -> new AtomicInteger()).incrementAndGet();
    call.with("X-RateLimit-Limit", perMinute)
        .with("X-RateLimit-Remaining", Math.max(0, perMinute - made))
        .with("X-RateLimit-Reset", (minute + 1) * 60);
    return made > perMinute;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
