package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.rollbook.sources.files.RosterFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says that a pull is complete, and how many lines its files have: written last, so that a folder
 * without it is a part of a district and never taken for the whole (H3).
 *
 * @param district Clever's id
 * @param lines of each file
 */
record Manifest(String district, Map<DumpFile, Long> lines) {
  static final String FILE = "clever-api.json";
  private static final int VERSION = 1;
  private static final int MOST_BYTES = 10_000;

  Manifest {
    lines = Map.copyOf(lines);
  }

  void write(Path folder) throws IOException {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("version", VERSION).put("district", district);
    ObjectNode counts = json.putObject("lines");
    for (DumpFile file : DumpFile.values()) {
      counts.put(file.plural(), lines.getOrDefault(file, 0L));
    }
    Path made = folder.resolve(FILE + ".part");
    Files.write(made, Json.MAPPER.writeValueAsBytes(json));
    // At once or not at all: half a manifest would be none, but why find that out.
    Files.move(made, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty when there is none, or none that can be read. */
  static Optional<Manifest> read(RosterFiles files) throws IOException {
    Optional<String> name = files.find(FILE);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = files.open(name.get())) {
      return of(Json.MAPPER.readTree(in.readNBytes(MOST_BYTES)));
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<Manifest> of(JsonNode json) {
    Map<DumpFile, Long> lines = new EnumMap<>(DumpFile.class);
    for (DumpFile file : DumpFile.values()) {
      JsonNode count = json.path("lines").path(file.plural());
      if (count.isIntegralNumber()) {
        lines.put(file, count.longValue());
      }
    }
    boolean whole =
        json.path("version").asInt(0) == VERSION && lines.size() == DumpFile.values().length;
    return whole
        ? Json.text(json, "district").map(district -> new Manifest(district, lines))
        : Optional.empty();
  }
}
