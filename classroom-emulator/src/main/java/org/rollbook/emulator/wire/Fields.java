package org.rollbook.emulator.wire;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a request message, read as strictly as Google reads them: an unknown name or a
 * value of another type is INVALID_ARGUMENT.
 *
 * @param message the message's name in Google's error texts, such as {@code course}
 * @param json the message
 */
public record Fields(String message, ObjectNode json) {

  /** Reads a message that may only have the given names. */
  public static Fields of(String message, ObjectNode json, Set<String> known) {
    for (String name : json.propertyNames()) {
      if (!known.contains(name)) {
        throw Refused.invalid(
            "Invalid JSON payload received. Unknown name \"%s\" at '%s': Cannot find field."
                .formatted(name, message));
      }
    }
    return new Fields(message, json);
  }

  /** Whether the field is given and not null. */
  public boolean has(String name) {
    return json.hasNonNull(name);
  }

  /** A text field, unless it is absent or empty (which are the same in Google's messages). */
  public Optional<String> text(String name) {
    Optional<JsonNode> value = json.optional(name).filter(given -> !given.isNull());
    if (value.isPresent() && !value.get().isString()) {
      throw Refused.invalid(
          "Invalid value at '%s.%s' (TYPE_STRING), %s".formatted(message, name, value.get()));
    }
    return value.map(JsonNode::stringValue).filter(text -> !text.isEmpty());
  }

  /** A yes or no field, unless it is absent. */
  public Optional<Boolean> flag(String name) {
    Optional<JsonNode> value = json.optional(name).filter(given -> !given.isNull());
    if (value.isPresent() && !value.get().isBoolean()) {
      throw Refused.invalid(
          "Invalid value at '%s.%s' (TYPE_BOOL), %s".formatted(message, name, value.get()));
    }
    return value.map(JsonNode::booleanValue);
  }

  /** A number field, unless it is absent. */
  public Optional<Double> number(String name) {
    Optional<JsonNode> value = json.optional(name).filter(given -> !given.isNull());
    if (value.isPresent() && !value.get().isNumber()) {
      throw Refused.invalid(
          "Invalid value at '%s.%s' (TYPE_DOUBLE), %s".formatted(message, name, value.get()));
    }
    return value.map(JsonNode::doubleValue);
  }

  /**
   * A text field of a limited length.
   *
   * @throws Refused INVALID_ARGUMENT when it is longer than that many characters
   */
  public Optional<String> text(String name, int longest) {
    Optional<String> text = text(name);
    if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > longest) {
      throw Refused.invalid(
          "Field %s.%s must be no longer than %d characters.".formatted(message, name, longest));
    }
    return text;
  }

  /** One of an enumeration's names, unless it is absent. */
  public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type, String unspecified) {
    Optional<String> text = text(name).filter(given -> !given.equals(unspecified));
    for (E value : type.getEnumConstants()) {
      if (text.isPresent() && value.name().equals(text.get())) {
        return Optional.of(value);
      }
    }
    if (text.isPresent()) {
      throw Refused.invalid(
          "Invalid value at '%s.%s', \"%s\"".formatted(message, name, text.get()));
    }
    return Optional.empty();
  }
}
