package org.rollbook.emulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollbook.emulator.calls.ApiMethod;
import org.rollbook.emulator.calls.Router;
import org.rollbook.emulator.calls.Verb;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks answers against the public discovery documents: known fields, types, enumerations and
 * formats. The documents are looked for in {@code data} of the folder that the environment variable
 * {@code ROLLBOOK_REFERENCE} names, or of a folder {@code shared} beside the project.
 */
final class DiscoveryCheck {
  private static final Optional<DiscoveryCheck> CLASSROOM = load("classroom-discovery.json");
  private static final Optional<DiscoveryCheck> DIRECTORY = load("directory-discovery.json");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

  private final JsonNode document;

  private DiscoveryCheck(JsonNode document) {
    this.document = document;
  }

  static boolean available() {
    return CLASSROOM.isPresent() && DIRECTORY.isPresent();
  }

  static Optional<JsonNode> classroom() {
    return CLASSROOM.map(check -> check.document);
  }

  static Optional<JsonNode> directory() {
    return DIRECTORY.map(check -> check.document);
  }

  /** The list of the Classroom API's roster methods that lies beside the documents. */
  static Optional<JsonNode> rosterMethods() {
    return read("classroom-roster-methods.json");
  }

  private static Optional<DiscoveryCheck> load(String name) {
    return read(name).map(DiscoveryCheck::new);
  }

  private static Optional<JsonNode> read(String name) {
    return folder()
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .map(file -> JsonMapper.builder().build().readTree(file.toFile()));
  }

  private static Optional<Path> folder() {
    List<Path> candidates = new ArrayList<>();
    Optional.ofNullable(System.getenv("ROLLBOOK_REFERENCE"))
        .ifPresent(named -> candidates.add(Path.of(named, "data")));
    Path at = Path.of("").toAbsolutePath();
    for (Path each = at; each != null; each = each.getParent()) {
      candidates.add(each.resolve("shared").resolve("data"));
    }
    return candidates.stream().filter(Files::isDirectory).findFirst();
  }

  /**
   * Checks one answer; nothing is checked where the documents are absent.
   *
   * @return the method whose answer was found to be the document's; empty for a refused call
   */
  static Optional<ApiMethod> check(String verb, String path, World.Answer answer) {
    Optional<Router.Match> match = Router.match(Verb.valueOf(verb), path);
    if (match.isEmpty() || !available() || answer.code() == 0) {
      return Optional.empty();
    }
    if (answer.code() >= 400) {
      checkError(answer);
      return Optional.empty();
    }
    boolean directory = match.get().method().directory();
    DiscoveryCheck check = (directory ? DIRECTORY : CLASSROOM).orElseThrow();
    String id = directory ? match.get().method().id() : "classroom." + match.get().method().id();
    String schema = check.responseOf(check.document, id);
    if (!schema.isEmpty()) {
      check.object(id, schema, answer.json());
    }
    return Optional.of(match.get().method());
  }

  private static void checkError(World.Answer answer) {
    JsonNode error = answer.json().path("error");
    if (error.path("code").asInt() != answer.code()
        || !error.path("message").isString()
        || !error.path("status").isString()
        || !error.at("/errors/0/reason").isString()) {
      throw new AssertionError("Not an error body: " + answer.json());
    }
  }

  /** The name of the message that a method answers, or nothing for one without a body. */
  private String responseOf(JsonNode at, String id) {
    for (JsonNode method : at.path("methods")) {
      if (method.path("id").asString("").equals(id)) {
        return method.at("/response/$ref").asString("");
      }
    }
    for (JsonNode resource : at.path("resources")) {
      String found = responseOf(resource, id);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private void object(String where, String schema, JsonNode value) {
    JsonNode properties = document.at("/schemas/" + schema + "/properties");
    for (var field : value.properties()) {
      JsonNode type = properties.path(field.getKey());
      if (type.isMissingNode()) {
        throw new AssertionError(where + ": no field " + field.getKey() + " in " + schema);
      }
      value(where + "." + field.getKey(), type, field.getValue());
    }
  }

  private void value(String where, JsonNode type, JsonNode value) {
    if (type.has("$ref")) {
      object(where, type.path("$ref").asString(), value);
      return;
    }
    boolean fits =
        switch (type.path("type").asString("")) {
          case "string" -> value.isString() && text(type, value.asString());
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isInt();
          case "number" -> value.isNumber();
          case "array" -> value.isArray();
          default -> true;
        };
    if (!fits) {
      throw new AssertionError(where + ": not a " + type + ": " + value);
    }
    if (value.isArray() && type.has("items")) {
      value.forEach(element -> value(where + "[]", type.path("items"), element));
    }
  }

  private static boolean text(JsonNode type, String text) {
    if (type.has("enum")) {
      List<String> names = new ArrayList<>();
      type.path("enum").forEach(name -> names.add(name.asString()));
      return names.contains(text);
    }
    boolean time = type.path("format").asString("").contains("date");
    return !time || TIME.matcher(text).matches();
  }
}
