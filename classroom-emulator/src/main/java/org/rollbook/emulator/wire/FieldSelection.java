package org.rollbook.emulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A partial response: {@code fields=nextPageToken,courses(id,name),a/b} (source: Google's
 * "Performance tips", partial response). {@code *} keeps everything below.
 */
public final class FieldSelection {
  private static final int LONGEST = 10_000;
  private final Map<String, FieldSelection> kept = new LinkedHashMap<>();

  private FieldSelection() {}

  /** Reads a selection; none means that the whole reply is wanted. */
  public static Optional<FieldSelection> parse(Query query) {
    return query.one("fields").map(FieldSelection::parse);
  }

  private static FieldSelection parse(String text) {
    if (text.length() > LONGEST) {
      throw Refused.invalid("Invalid field selection: too long");
    }
    Reader reader = new Reader(text);
    FieldSelection root = reader.list();
    if (reader.at < text.length()) {
      throw Refused.invalid("Invalid field selection " + text);
    }
    return root;
  }

  /** The document with only the selected fields. */
  public JsonNode of(JsonNode document) {
    return switch (document) {
      case ArrayNode array -> {
        ArrayNode some = array.arrayNode();
        array.forEach(element -> some.add(of(element)));
        yield some;
      }
      case ObjectNode object -> ofObject(object);
      default -> document;
    };
  }

  private JsonNode ofObject(ObjectNode object) {
    if (kept.isEmpty() || kept.containsKey("*")) {
      return object;
    }
    ObjectNode some = Json.object();
    kept.forEach(
        (name, below) -> object.optional(name).ifPresent(value -> some.set(name, below.of(value))));
    return some;
  }

  /**
   * Recursive descent over {@code list := item (',' item)*; item := name ('/' item | '(' list
   * ')')?}.
   */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    FieldSelection list() {
      FieldSelection selection = new FieldSelection();
      do {
        item(selection);
      } while (take(','));
      return selection;
    }

    private void item(FieldSelection into) {
      String name = name();
      FieldSelection below = into.kept.computeIfAbsent(name, _ -> new FieldSelection());
      if (take('/')) {
        item(below);
      } else if (take('(')) {
        below.kept.putAll(list().kept);
        if (!take(')')) {
          throw Refused.invalid("Invalid field selection " + text);
        }
      }
    }

    private String name() {
      int start = at;
      while (at < text.length() && "/(),".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String name = text.substring(start, at).strip();
      if (name.isEmpty()) {
        throw Refused.invalid("Invalid field selection " + text);
      }
      return name;
    }

    private boolean take(char expected) {
      boolean there = at < text.length() && text.charAt(at) == expected;
      at += there ? 1 : 0;
      return there;
    }
  }
}
