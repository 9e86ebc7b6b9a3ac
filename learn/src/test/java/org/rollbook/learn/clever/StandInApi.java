package org.rollbook.learn.clever;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rollbook.learn.clever.StandInOAuth.Holder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Data and Events API of the stand-in, for one call. */
final class StandInApi {
  private static final int MOST = 10_000;
  private static final List<String> ROLES =
      List.of("student", "teacher", "staff", "district_admin", "contact");

  private final StandInDistrict district;
  private final StandInCall call;
  private final String[] steps;

  StandInApi(StandInDistrict district, StandInCall call) {
    this.district = district;
    this.call = call;
    this.steps = call.path().substring(1).split("/", -1);
  }

  /** With a district's token. */
  void answer() throws IOException {
    if (call.path().equals("/me")) {
      ObjectNode me = CleverStandIn.JSON.createObjectNode().put("type", "district");
      me.putObject("data").put("id", district.id().value());
      call.json(200, me);
    } else if (steps.length == 1) {
      page(district.list(steps[0]).values().stream().filter(this::seen));
    } else if (steps.length == 2) {
      single(steps[0], steps[1]);
    } else {
      below();
    }
  }

  /** With the token of somebody who signed in: themself, and the name of their district. */
  void answer(Holder holder) throws IOException {
    if (call.path().equals("/me")) {
      me(holder.user());
    } else if (call.path().equals("/users/" + holder.user())
        || call.path().equals("/districts/" + district.id())) {
      single(steps[0], steps[1]);
    } else {
      call.error(404, "Resource not found");
    }
  }

  private void me(String user) throws IOException {
    JsonNode roles = district.get("users", user).path("roles");
    String type = ROLES.stream().filter(roles::has).findFirst().orElse("user");
    ObjectNode me = CleverStandIn.JSON.createObjectNode().put("type", type);
    me.putObject("data").put("id", user).put("district", district.id().value()).put("type", type);
    ArrayNode links = me.putArray("links");
    links.addObject().put("rel", "self").put("uri", "/me");
    links.addObject().put("rel", "canonical").put("uri", "/v3.1/users/" + user);
    call.json(200, me);
  }

  private boolean seen(ObjectNode object) {
    return !district.hidden(object.path("id").asString());
  }

  private void single(String kind, String id) throws IOException {
    Optional<ObjectNode> found =
        Optional.ofNullable(district.list(kind).get(id)).filter(this::seen);
    if (found.isEmpty()) {
      call.error(404, "Resource not found");
      return;
    }
    ObjectNode answer = CleverStandIn.JSON.createObjectNode();
    answer.set("data", found.get());
    answer.putArray("links").addObject().put("rel", "self").put("uri", "/v3.1" + call.path());
    call.json(200, answer);
  }

  private void below() throws IOException {
    Optional<ObjectNode> above =
        Optional.ofNullable(district.list(steps[0]).get(steps[1])).filter(this::seen);
    String id = steps[1];
    if (above.isEmpty()) {
      call.error(404, "Resource not found");
      return;
    }
    switch (steps[0] + "/" + steps[2]) {
      case "users/sections" ->
          page(sections(section -> teaches(section, id) || names(section, "students", id)));
      case "users/mystudents" ->
          page(people(sections(section -> teaches(section, id)), "students"));
      case "users/myteachers" ->
          page(people(sections(section -> names(section, "students", id)), "teachers"));
      case "sections/users" -> page(usersOf(above.get()));
      default -> call.error(404, "Resource not found");
    }
  }

  private Stream<ObjectNode> usersOf(ObjectNode section) {
    String role = call.asked("role");
    return Stream.of("teachers", "students")
        .filter(list -> role.isEmpty() || list.equals(role + "s"))
        .flatMap(list -> people(Stream.of(section), list))
        .sorted(java.util.Comparator.comparing(user -> user.path("id").asString()));
  }

  private Stream<ObjectNode> sections(Predicate<ObjectNode> which) {
    return district.list("sections").values().stream().filter(this::seen).filter(which);
  }

  private static boolean teaches(JsonNode section, String user) {
    return section.path("teacher").asString("").equals(user) || names(section, "teachers", user);
  }

  private static boolean names(JsonNode section, String list, String user) {
    return section.path(list).values().stream().anyMatch(id -> id.asString().equals(user));
  }

  private Stream<ObjectNode> people(Stream<ObjectNode> sections, String list) {
    Map<String, ObjectNode> people = new TreeMap<>();
    sections.forEach(section ->
        section
            .path(list)
            .values()
            .forEach(id ->
                Optional.ofNullable(district.list("users").get(id.asString()))
                    .filter(this::seen)
                    .ifPresent(user -> people.put(id.asString(), user))));
    return people.values().stream();
  }

  private void page(Stream<ObjectNode> all) throws IOException {
    int limit = Integer.parseInt(call.query().getOrDefault("limit", "100"));
    if (limit > MOST) {
      call.error(413, "limit is too large");
      return;
    }
    String role = steps.length == 1 ? call.asked("role") : "";
    List<ObjectNode> listed =
        all.filter(object -> role.isEmpty() || object.path("roles").has(role)).toList();
    String before = call.asked("ending_before");
    List<ObjectNode> records =
        before.isEmpty() ? after(listed, limit) : upTo(listed, before, limit);
    ObjectNode page = CleverStandIn.JSON.createObjectNode();
    ArrayNode data = page.putArray("data");
    records.forEach(record -> data.addObject().set("data", record));
    ArrayNode links = page.putArray("links");
    links.addObject().put("rel", "self").put("uri", call.exchange().getRequestURI().toString());
    if (records.size() == limit) {
      links.addObject().put("rel", "next").put("uri", next(records, limit, role));
    }
    call.json(200, page);
  }

  private List<ObjectNode> after(List<ObjectNode> listed, int limit) {
    String after = call.asked("starting_after");
    return listed.stream()
        .filter(object -> object.path("id").asString().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  /** {@code last} is a word that clients use for the end of the list. */
  private static List<ObjectNode> upTo(List<ObjectNode> listed, String before, int limit) {
    List<ObjectNode> earlier =
        listed.stream()
            .filter(object ->
                before.equals("last") || object.path("id").asString().compareTo(before) < 0)
            .toList();
    return earlier.subList(Math.max(0, earlier.size() - limit), earlier.size());
  }

  /** A full page has a next link, which may lead to an empty page. */
  private String next(List<ObjectNode> records, int limit, String role) {
    return "/v3.1%s?limit=%d&starting_after=%s%s"
        .formatted(
            call.path(),
            limit,
            records.getLast().path("id").asString(),
            role.isEmpty() ? "" : "&role=" + role);
  }
}
