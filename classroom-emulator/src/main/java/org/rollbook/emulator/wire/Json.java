package org.rollbook.emulator.wire;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON documents; the one place that knows the mapper. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** A new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The document as UTF-8. */
  public static byte[] bytes(JsonNode document) {
    return MAPPER.writeValueAsBytes(document);
  }

  /** Reads one JSON object from text, as {@link #parse(byte[])} does. */
  public static ObjectNode parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads one JSON object from UTF-8; no bytes at all are an empty object, as Google takes them.
   *
   * @throws Refused INVALID_ARGUMENT when the bytes are not one JSON object
   */
  public static ObjectNode parse(byte[] utf8) {
    if (utf8.length == 0) {
      return object();
    }
    try {
      JsonNode read = MAPPER.readTree(utf8);
      if (read instanceof ObjectNode object) {
        return object;
      }
      throw Refused.invalid("Invalid JSON payload received. Root element must be a message.");
    } catch (JacksonException unreadable) {
      throw Refused.invalid("Invalid JSON payload received. " + unreadable.getOriginalMessage());
    }
  }
}
