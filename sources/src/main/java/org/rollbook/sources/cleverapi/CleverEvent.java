package org.rollbook.sources.cleverapi;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One change to what an app may see. Sharing reads like creating, un-sharing like deleting; a
 * change of enrolment is {@code sections.updated} (Clever's page on the Events API).
 *
 * @param id ascending; where the next question goes on
 * @param type the API's own word, for example {@code sections.updated}
 * @param change what happened; absent for a word this client does not know
 * @param created for people only; ids say the order
 * @param object the whole object after the change; for deletions as it last was
 * @param previous the former values of what an update changed, an empty object otherwise
 */
public record CleverEvent(
    String id,
    String type,
    Optional<Change> change,
    Optional<Instant> created,
    CleverRecord object,
    JsonNode previous) {
  /** What can happen to a record. */
  public enum Change {
    CREATED,
    UPDATED,
    DELETED
  }

  static CleverEvent of(JsonNode json) {
    String type = Json.text(json, "type").orElse("");
    int dot = type.indexOf('.');
    JsonNode data = json.path("data");
    return new CleverEvent(
        RecordJson.id(json),
        type,
        change(type.substring(dot + 1)),
        Json.time(json, "created"),
        object(dot < 0 ? "" : type.substring(0, dot), data.path("object")),
        previous(json, data));
  }

  private static Optional<Change> change(String word) {
    return Arrays.stream(Change.values())
        .filter(change -> change.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** The specification puts it beside {@code data}, clients in use read it inside. */
  private static JsonNode previous(JsonNode event, JsonNode data) {
    JsonNode inside = data.path("previous_attributes");
    JsonNode beside = event.path("previous_attributes");
    if (inside.isObject()) {
      return inside;
    }
    return beside.isObject() ? beside : Json.MAPPER.createObjectNode();
  }

  private static CleverRecord object(String kind, JsonNode json) {
    return switch (kind) {
      case "districts" -> RecordJson.district(json);
      case "schools" -> RecordJson.school(json);
      case "terms" -> RecordJson.term(json);
      case "courses" -> RecordJson.course(json);
      case "sections" -> RecordJson.section(json);
      case "users" -> RecordJson.user(json);
      case "resources" -> RecordJson.resource(json);
      default -> new CleverRecord.Other(RecordJson.id(json), json);
    };
  }
}
