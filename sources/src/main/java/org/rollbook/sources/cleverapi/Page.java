package org.rollbook.sources.cleverapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * One page of a list.
 *
 * @param records without their envelopes
 * @param next where the API says that the list goes on
 */
record Page(List<JsonNode> records, Optional<String> next) {
  /**
   * Reads a page as a stream, one record at a time.
   *
   * @param call how messages name it
   * @throws CleverException when it is no page: an answer without {@code data} is not an empty list
   */
  static Page read(byte[] body, String call) throws CleverException {
    try (JsonParser parser = Json.MAPPER.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new CleverException.Broken(call + " was answered with no JSON object");
      }
      return read(parser, call);
    } catch (JacksonException notJson) {
      throw new CleverException.NotJson(call + " was answered with something that is no JSON");
    }
  }

  private static Page read(JsonParser parser, String call) throws CleverException {
    Optional<List<JsonNode>> records = Optional.empty();
    Optional<String> next = Optional.empty();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("data") && value == JsonToken.START_ARRAY) {
        records = Optional.of(records(parser, call));
      } else if (field.equals("links")) {
        next = next(tree(parser));
      } else {
        parser.skipChildren();
      }
    }
    List<JsonNode> found =
        records.orElseThrow(
            () -> new CleverException.Broken(call + " was answered without a list of data"));
    return new Page(found, next);
  }

  private static List<JsonNode> records(JsonParser parser, String call) throws CleverException {
    List<JsonNode> records = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode record = tree(parser).path("data");
      if (Json.text(record, "id").filter(id -> id.length() <= Ids.LONGEST).isEmpty()) {
        throw new CleverException.Broken(call + " was answered with a record without a usable id");
      }
      records.add(record);
    }
    return records;
  }

  private static JsonNode tree(JsonParser parser) {
    return Json.MAPPER.readTree(parser);
  }

  private static Optional<String> next(JsonNode links) {
    for (JsonNode link : links.values()) {
      if (Json.text(link, "rel").filter("next"::equals).isPresent()) {
        return Json.text(link, "uri");
      }
    }
    return Optional.empty();
  }
}
