package org.rollbook.learn.clever;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.rollbook.learn.people.DistrictId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A district as one app sees it. Whoever changes it here says with {@link #event} what Clever would
 * announce, or uses {@link #change}, {@link #share} and {@link #unshare}, which do so by
 * themselves.
 */
public final class StandInDistrict {
  private static final AtomicLong IDS = new AtomicLong(0x50_0000_0000_0000L);

  private final String id;
  private final NavigableMap<String, NavigableMap<String, ObjectNode>> lists =
      new ConcurrentSkipListMap<>();
  private final Set<String> hidden = ConcurrentHashMap.newKeySet();
  private volatile String token;
  private volatile boolean rostered = true;

  StandInDistrict(String name) {
    this.id = newId();
    this.token = "district-token-" + newId();
    put("districts", CleverStandIn.object(id).put("name", name).put("sis_type", "sftp"));
    put("schools", CleverStandIn.object(newId()).put("district", id).put("name", name + " School"));
  }

  /** An id of 24 hex digits, later than all before. */
  public static String newId() {
    return "%024x".formatted(IDS.incrementAndGet());
  }

  public DistrictId id() {
    return new DistrictId(id);
  }

  /** The token that opens its data now. */
  public String token() {
    return token;
  }

  /** The former token opens nothing any more. */
  public void rotateToken() {
    token = "district-token-" + newId();
  }

  /** Whether the app may read the roster; people can sign in either way. */
  public boolean rostered() {
    return rostered;
  }

  public void rostered(boolean yes) {
    rostered = yes;
  }

  /** Whether the id is withheld from the app, though sections may name it. */
  boolean hidden(String record) {
    return hidden.contains(record);
  }

  /** Withholds a record without announcing that. */
  public void hide(String record) {
    hidden.add(record);
  }

  public void show(String record) {
    hidden.remove(record);
  }

  /** All of a kind, {@code users} or {@code sections} or any other word of the API, by id. */
  public NavigableMap<String, ObjectNode> list(String kind) {
    return lists.computeIfAbsent(kind, absent -> new ConcurrentSkipListMap<>());
  }

  public ObjectNode get(String kind, String record) {
    return Optional.ofNullable(list(kind).get(record)).orElseThrow();
  }

  public void put(String kind, ObjectNode object) {
    list(kind).put(object.path("id").asString(), object);
  }

  /** The district's first school. */
  public String school() {
    return list("schools").firstKey();
  }

  public String teacher(String first, String last) {
    return person(first, last, "teacher");
  }

  public String student(String first, String last) {
    return person(first, last, "student");
  }

  /**
   * Somebody with these roles, as the API words them.
   *
   * @return Clever's id
   */
  public String person(String first, String last, String... roles) {
    String person = newId();
    ObjectNode user =
        CleverStandIn.object(person)
            .put("district", id)
            .put("created", "2026-08-01T00:00:00.000Z")
            .put("last_modified", "2026-08-01T00:00:00.000Z")
            .put("email", first.toLowerCase(java.util.Locale.ROOT) + "@" + id + ".example");
    user.putObject("name").put("first", first).put("last", last);
    ObjectNode given = user.putObject("roles");
    for (String role : roles) {
      ObjectNode one = given.putObject(role).put("legacy_id", newId());
      if (!role.equals("district_admin") && !role.equals("contact")) {
        one.put("sis_id", person.substring(16)).put("school", school());
        one.putArray("schools").add(school());
      }
    }
    put("users", user);
    return person;
  }

  /**
   * A section with its primary teacher.
   *
   * @return Clever's id
   */
  public String section(String name, String teacher, List<String> students) {
    String section = newId();
    ObjectNode json =
        CleverStandIn.object(section)
            .put("district", id)
            .put("school", school())
            .put("created", "2026-08-01T00:00:00.000Z")
            .put("last_modified", "2026-08-01T00:00:00.000Z")
            .put("name", name)
            .put("sis_id", section.substring(16))
            .put("subject", "math")
            .put("grade", "7")
            .put("period", "1")
            .put("teacher", teacher);
    json.putArray("teachers").add(teacher);
    var list = json.putArray("students");
    students.forEach(list::add);
    put("sections", json);
    return section;
  }

  /** Changes a record, and announces it with the former values. */
  public void change(String kind, String record, Consumer<ObjectNode> hand) {
    ObjectNode before = get(kind, record);
    ObjectNode after = before.deepCopy();
    hand.accept(after);
    put(kind, after);
    ObjectNode previous = CleverStandIn.JSON.createObjectNode();
    for (String field : before.propertyNames()) {
      if (!before.path(field).equals(after.path(field))) {
        previous.set(field, before.path(field));
      }
    }
    event(kind + ".updated", after, previous);
  }

  /** Puts another list of students into a section, and announces it. */
  public void enrol(String section, List<String> students) {
    change(
        "sections",
        section,
        json -> {
          var list = json.putArray("students");
          students.forEach(list::add);
        });
  }

  /** Takes a record out of the app's sight: to the app it reads like a deletion. */
  public void unshare(String kind, String record) {
    hide(record);
    event(kind + ".deleted", get(kind, record), CleverStandIn.JSON.createObjectNode());
  }

  /** Brings a record into the app's sight: to the app it reads like a creation. */
  public void share(String kind, String record) {
    show(record);
    event(kind + ".created", get(kind, record), CleverStandIn.JSON.createObjectNode());
  }

  /** Announces something, after everything that was announced before. */
  public void event(String type, ObjectNode object, JsonNode previous) {
    ObjectNode event =
        CleverStandIn.object(newId()).put("type", type).put("created", Instant.now().toString());
    ObjectNode data = event.putObject("data");
    data.set("object", object.deepCopy());
    if (type.endsWith(".updated")) {
      data.set("previous_attributes", previous);
    }
    put("events", event);
  }
}
