package org.rollbook.hub.clever;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What an app sees with every id of the hub's own replaced by what the SIS calls the record, and
 * without the hub's own times: two hubs that hold the same district say the same.
 */
final class BySisId {
  private static final List<String> LISTS =
      List.of("schools", "terms", "courses", "users", "sections");

  /** Of the hub, and not of the district's records. */
  private static final List<String> HUBS_OWN =
      List.of("district", "created", "last_modified", "legacy_id");

  private final Map<String, String> names = new HashMap<>();

  private BySisId() {}

  static Map<String, JsonNode> read(ApiClient app) {
    var reading = new BySisId();
    List<JsonNode> objects =
        LISTS.stream().flatMap(list -> app.walk("/v3.1/" + list + "?limit=1000").stream()).toList();
    for (JsonNode object : objects) {
      reading.names.put(object.path("id").stringValue(), name(object));
    }
    var told = new TreeMap<String, JsonNode>();
    for (JsonNode object : objects) {
      String name = reading.names.getOrDefault(object.path("id").stringValue(), "");
      JsonNode other = told.put(name, reading.translated(object));
      if (other != null) {
        throw new IllegalStateException("two records are " + name + ": " + other + ", " + object);
      }
    }
    return told;
  }

  private static String name(JsonNode object) {
    JsonNode roles = object.path("roles");
    if (roles.isObject()) {
      return "student %s, contact %s, teacher %s, staff %s"
          .formatted(
              roles.at("/student/sis_id").asString(""),
              roles.at("/contact/sis_id").asString(""),
              roles.at("/teacher/sis_id").asString(""),
              roles.at("/staff/staff_id").asString(""));
    }
    if (object.has("sis_id")) {
      return (object.has("students") ? "section " : "school ")
          + object.path("sis_id").stringValue();
    }
    return object.path("name").asString("")
        + object.path("number").asString("")
        + object.path("start_date").asString("");
  }

  private JsonNode translated(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> translated(object);
      case ArrayNode array -> translated(array);
      case StringNode text ->
          StringNode.valueOf(names.getOrDefault(text.stringValue(), text.stringValue()));
      default -> node;
    };
  }

  private ObjectNode translated(ObjectNode object) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(field -> {
          if (!HUBS_OWN.contains(field.getKey())) {
            told.set(field.getKey(), translated(field.getValue()));
          }
        });
    return told;
  }

  /** Lists of ids ascend by the hub's ids, which two hubs give in different orders. */
  private ArrayNode translated(ArrayNode array) {
    var items = new TreeMap<String, JsonNode>();
    array.forEach(item -> items.put(translated(item).toString(), translated(item)));
    ArrayNode told = JsonNodeFactory.instance.arrayNode();
    items.values().forEach(told::add);
    return told;
  }
}
