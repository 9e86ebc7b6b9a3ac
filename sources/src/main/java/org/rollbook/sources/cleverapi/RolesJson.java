package org.rollbook.sources.cleverapi;

import static org.rollbook.sources.cleverapi.Json.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes roles of a user's {@code roles}, of which any may be missing or null. */
final class RolesJson {
  private static final Pattern BORN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  /** What has a component of its own. */
  private static final Set<String> STUDENT_COMPONENTS =
      Set.of(
          "sis_id",
          "student_number",
          "state_id",
          "school",
          "grade",
          "graduation_year",
          "dob",
          "gender");

  private RolesJson() {}

  static Roles roles(JsonNode json) {
    return new Roles(
        role(json, "student").map(RolesJson::student),
        role(json, "teacher").map(RolesJson::teacher),
        role(json, "staff").map(RolesJson::staff),
        role(json, "district_admin").map(role -> new Roles.DistrictAdmin(text(role, "title"))),
        role(json, "contact").map(RolesJson::contact));
  }

  private static Optional<JsonNode> role(JsonNode json, String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isObject);
  }

  private static Roles.Student student(JsonNode json) {
    return new Roles.Student(
        text(json, "sis_id"),
        text(json, "student_number"),
        text(json, "state_id"),
        text(json, "school"),
        schools(json),
        text(json, "grade"),
        text(json, "graduation_year"),
        text(json, "dob").flatMap(RolesJson::born),
        text(json, "gender"),
        RecordJson.name(json.path("preferred_name")),
        RecordJson.location(json),
        userName(json),
        more(json),
        Json.ext(json));
  }

  private static Map<String, String> more(JsonNode json) {
    Map<String, String> more = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!STUDENT_COMPONENTS.contains(field.getKey())) {
        text(field.getValue()).ifPresent(value -> more.put(field.getKey(), value));
      }
    }
    return more;
  }

  private static Optional<LocalDate> born(String text) {
    Matcher parts = BORN.matcher(text);
    try {
      return parts.matches()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(parts.group(3)),
                  Integer.parseInt(parts.group(1)),
                  Integer.parseInt(parts.group(2))))
          : Optional.empty();
    } catch (java.time.DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Roles.Teacher teacher(JsonNode json) {
    return new Roles.Teacher(
        text(json, "sis_id"),
        text(json, "teacher_number"),
        text(json, "state_id"),
        text(json, "school"),
        schools(json),
        text(json, "title"),
        userName(json),
        Json.ext(json));
  }

  private static Roles.Staff staff(JsonNode json) {
    return new Roles.Staff(
        text(json, "staff_id"),
        text(json, "title"),
        text(json, "department"),
        Json.texts(json, "roles"),
        schools(json),
        userName(json),
        Json.ext(json));
  }

  private static Roles.Contact contact(JsonNode json) {
    List<Roles.Relationship> students = new ArrayList<>();
    for (JsonNode one : json.path("student_relationships").values()) {
      text(one, "student")
          .map(id -> new Roles.Relationship(id, text(one, "relationship"), text(one, "type")))
          .ifPresent(students::add);
    }
    return new Roles.Contact(
        text(json, "sis_id"), text(json, "phone"), text(json, "phone_type"), List.copyOf(students));
  }

  /** All schools; some hubs name the primary one only. */
  static List<String> schools(JsonNode json) {
    List<String> all = Json.texts(json, "schools");
    return all.isEmpty() ? text(json, "school").stream().toList() : all;
  }

  private static Optional<String> userName(JsonNode json) {
    return text(json.path("credentials"), "district_username");
  }
}
