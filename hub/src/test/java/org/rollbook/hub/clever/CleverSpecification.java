package org.rollbook.hub.clever;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/**
 * Clever's public API specification, to hold answers against: types, enumerations, patterns,
 * guaranteed fields ("x-validation"), which fields may be null, and no field that it does not know.
 * It is looked for in {@code data} of the folder that {@code ROLLBOOK_REFERENCE} names, or of a
 * folder {@code shared} beside the repository; where it is absent the test is skipped.
 */
final class CleverSpecification {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?");

  private final Map<?, ?> document;
  private final Set<String> withheld;

  private CleverSpecification(Map<?, ?> document, Set<String> withheld) {
    this.document = document;
    this.withheld = withheld;
  }

  static CleverSpecification read(String name) throws IOException {
    Path file = folder().resolve("data").resolve(name);
    assumeTrue(
        Files.exists(file),
        "skipped: Clever's specification "
            + name
            + " is not on this machine; set ROLLBOOK_REFERENCE");
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return new CleverSpecification(yaml.load(Files.readString(file)), Set.of());
  }

  private static Path folder() {
    String given = System.getenv("ROLLBOOK_REFERENCE");
    if (given != null) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared");
  }

  /** The same, but for fields that an app is not sent: they are not guaranteed then. */
  CleverSpecification withheld(String... fields) {
    return new CleverSpecification(document, Set.of(fields));
  }

  /** Every address of it, {@code {id}} and all. */
  Set<String> paths() {
    var paths = new LinkedHashSet<String>();
    map(document, "paths").keySet().forEach(path -> paths.add(String.valueOf(path)));
    return paths;
  }

  /** The definition of what a good answer at an address is. */
  String answerOf(String path) {
    var schema =
        map(map(map(map(map(map(document, "paths"), path), "get"), "responses"), "200"), "schema");
    return name(schema);
  }

  boolean defines(String definition) {
    return map(document, "definitions").containsKey(definition);
  }

  /** What is wrong with a value; empty when nothing is. */
  List<String> faults(JsonNode value, String definition) {
    var faults = new ArrayList<String>();
    check(definition, value, map(map(document, "definitions"), definition), faults);
    return faults;
  }

  private static String name(Map<?, ?> schema) {
    return String.valueOf(schema.get("$ref")).replace("#/definitions/", "");
  }

  private void check(String at, JsonNode value, Map<?, ?> schema, List<String> faults) {
    if (value.isNull()) {
      if (!Boolean.TRUE.equals(schema.get("x-nullable"))) {
        faults.add(at + " is null");
      }
      return;
    }
    if (schema.containsKey("$ref")) {
      check(at, value, map(map(document, "definitions"), name(schema)), faults);
    } else if (schema.containsKey("properties")) {
      object(at, value, map(schema, "properties"), faults);
    } else if ("array".equals(schema.get("type"))) {
      array(at, value, map(schema, "items"), faults);
    } else {
      scalar(at, value, schema, faults);
    }
  }

  private void object(String at, JsonNode value, Map<?, ?> properties, List<String> faults) {
    if (!value.isObject()) {
      faults.add(at + " is no object");
      return;
    }
    value
        .propertyNames()
        .forEach(name -> {
          // The envelope's "uri" and "links" are in Clever's examples, not in its definitions.
          boolean envelope =
              properties.containsKey("data") && Set.of("uri", "links").contains(name);
          if (properties.containsKey(name)) {
            check(at + "." + name, value.path(name), map(properties, name), faults);
          } else if (!envelope) {
            faults.add(at + "." + name + " is unknown");
          }
        });
    properties.forEach((name, schema) -> {
      boolean guaranteed = Boolean.TRUE.equals(((Map<?, ?>) schema).get("x-validation"));
      if (guaranteed && !value.has(String.valueOf(name)) && !mayMiss(String.valueOf(name))) {
        faults.add(at + "." + name + " is missing");
      }
    });
  }

  /** What Clever says itself that is there only for districts with attendance or a platform. */
  private boolean mayMiss(String name) {
    return withheld.contains(name)
        || Set.of("last_attendance_sync", "lms_state", "lms_type").contains(name);
  }

  private void array(String at, JsonNode value, Map<?, ?> items, List<String> faults) {
    if (!value.isArray()) {
      faults.add(at + " is no array");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      check(at + "[" + i + "]", value.path(i), items, faults);
    }
  }

  private static void scalar(String at, JsonNode value, Map<?, ?> schema, List<String> faults) {
    boolean right =
        switch (String.valueOf(schema.get("type"))) {
          case "string" -> value.isString();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          case "object" -> value.isObject();
          default -> throw new IllegalStateException(at + " has a type of its own: " + schema);
        };
    if (!right) {
      faults.add(at + " is no " + schema.get("type"));
      return;
    }
    String text = value.asString("");
    if (schema.get("enum") instanceof List<?> words && !words.contains(text)) {
      faults.add(at + " is '" + text + "', which is none of its words");
    }
    if (schema.get("pattern") instanceof String pattern && !text.matches(pattern)) {
      faults.add(at + " is '" + text + "', which is not of its form");
    }
    form(at, String.valueOf(schema.get("format")), text, faults);
  }

  private static void form(String at, String format, String text, List<String> faults) {
    boolean right =
        switch (format) {
          case "datetime", "date-time" -> TIME.matcher(text).matches();
          case "date" -> DAY.matcher(text).matches();
          default -> true;
        };
    if (!right) {
      faults.add(at + " is '" + text + "', which is no " + format);
    }
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    if (parent.get(key) instanceof Map<?, ?> child) {
      return child;
    }
    throw new IllegalStateException("the specification has no " + key);
  }
}
