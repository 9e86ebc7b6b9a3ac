package org.rollbook.sources.cleverapi;

import static org.rollbook.sources.cleverapi.Json.text;
import static org.rollbook.sources.cleverapi.Json.time;

import org.rollbook.sources.cleverapi.CleverRecord.Course;
import org.rollbook.sources.cleverapi.CleverRecord.District;
import org.rollbook.sources.cleverapi.CleverRecord.Location;
import org.rollbook.sources.cleverapi.CleverRecord.Name;
import org.rollbook.sources.cleverapi.CleverRecord.Resource;
import org.rollbook.sources.cleverapi.CleverRecord.School;
import org.rollbook.sources.cleverapi.CleverRecord.Section;
import org.rollbook.sources.cleverapi.CleverRecord.Term;
import org.rollbook.sources.cleverapi.CleverRecord.Times;
import org.rollbook.sources.cleverapi.CleverRecord.User;
import tools.jackson.databind.JsonNode;

/** Makes records of the API's objects. Names of fields are those of the published swagger files. */
final class RecordJson {
  private RecordJson() {}

  static District district(JsonNode json) {
    return new District(
        id(json),
        text(json, "name").orElse(""),
        text(json, "mdr_number"),
        text(json, "nces_id"),
        text(json, "sis_type"),
        text(json, "state"),
        time(json, "last_sync"),
        time(json, "pause_start"),
        time(json, "pause_end"));
  }

  static School school(JsonNode json) {
    return new School(
        id(json),
        times(json),
        text(json, "name").orElse(""),
        text(json, "sis_id"),
        text(json, "school_number"),
        text(json, "state_id"),
        text(json, "nces_id"),
        text(json, "mdr_number"),
        text(json, "low_grade"),
        text(json, "high_grade"),
        text(json, "phone"),
        text(json.path("principal"), "name"),
        text(json.path("principal"), "email"),
        location(json),
        Json.ext(json));
  }

  static Term term(JsonNode json) {
    return new Term(
        id(json), text(json, "name"), Json.day(json, "start_date"), Json.day(json, "end_date"));
  }

  static Course course(JsonNode json) {
    return new Course(id(json), text(json, "name"), text(json, "number"));
  }

  static Section section(JsonNode json) {
    return new Section(
        id(json),
        times(json),
        text(json, "name").orElse(""),
        text(json, "school"),
        text(json, "sis_id"),
        text(json, "section_number"),
        text(json, "period"),
        text(json, "grade"),
        text(json, "subject"),
        text(json, "course"),
        text(json, "term_id"),
        text(json, "teacher"),
        Json.texts(json, "teachers"),
        Json.texts(json, "students"),
        Json.ext(json));
  }

  static User user(JsonNode json) {
    return new User(
        id(json),
        times(json),
        text(json, "email"),
        name(json.path("name")),
        RolesJson.roles(json.path("roles")));
  }

  static Resource resource(JsonNode json) {
    return new Resource(id(json), text(json, "title"));
  }

  static String id(JsonNode json) {
    return text(json, "id").orElse("");
  }

  static Name name(JsonNode json) {
    return new Name(text(json, "first"), text(json, "middle"), text(json, "last"));
  }

  static Location location(JsonNode json) {
    JsonNode place = json.path("location");
    return new Location(
        text(place, "address"), text(place, "city"), text(place, "state"), text(place, "zip"));
  }

  private static Times times(JsonNode json) {
    return new Times(time(json, "created"), time(json, "last_modified"));
  }
}
