package org.rollbook.sources.cleverapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns contacts, who name their students, round into students' contacts, by ascending student: so
 * reading them needs no more than one student's in memory, however large the district. Sorted in
 * runs on disk, then merged.
 */
final class ContactSpool {
  /** Contacts of students in memory at once: some 20 MB. */
  private static final int RUN = 20_000;

  /** Five hundred files open while merging: ten million contacts of students. */
  private static final int MOST_RUNS = 500;

  /** One contact of one student; {@code json} is the line to be written. */
  private record Entry(String student, String contact, String json) {
    static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::student, Ids::compare)
            .thenComparing(Entry::contact, Ids::compare)
            .thenComparing(Entry::json);
  }

  private final Path folder;
  private final int run;
  private final List<Path> runs = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  ContactSpool(Path folder) {
    this(folder, RUN);
  }

  /**
   * @param run how many are sorted in memory
   */
  ContactSpool(Path folder, int run) {
    this.folder = folder;
    this.run = run;
  }

  void add(JsonNode contact) throws IOException {
    String id = RecordJson.id(contact);
    for (JsonNode student :
        contact.path("roles").path("contact").path("student_relationships").values()) {
      String studentId = Json.text(student, "student").orElse("");
      if (!studentId.isEmpty() && studentId.length() <= Ids.LONGEST) {
        entries.add(new Entry(studentId, id, line(contact, student)));
      }
    }
    if (entries.size() >= run) {
      endRun();
    }
  }

  private static String line(JsonNode contact, JsonNode student) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.set("id", student.path("student"));
    line.set("relationship", student);
    line.set("contact", contact.deepCopy());
    // What this contact is to other students stands on their own lines.
    if (line.path("contact").path("roles").path("contact") instanceof ObjectNode role) {
      role.remove("student_relationships");
    }
    return line.toString();
  }

  private void endRun() throws IOException {
    if (runs.size() >= MOST_RUNS) {
      throw new CleverException.TooLarge("There are more contacts than any district has.");
    }
    entries.sort(Entry.ORDER);
    Path file = folder.resolve("contacts-%03d.part".formatted(runs.size()));
    runs.add(file);
    try (Lines lines = new Lines(file)) {
      for (Entry entry : entries) {
        lines.write(entry.json());
      }
    }
    entries.clear();
  }

  /** Writes all of them in order, and removes the runs. */
  void writeTo(Lines out) throws IOException {
    endRun();
    List<Run> open = new ArrayList<>();
    try {
      for (Path file : runs) {
        open.add(new Run(Files.newBufferedReader(file, UTF_8)));
      }
      merge(open, out);
    } finally {
      for (Run one : open) {
        one.reader.close();
      }
    }
    for (Path file : runs) {
      Files.delete(file);
    }
  }

  private static void merge(List<Run> open, Lines out) throws IOException {
    PriorityQueue<Run> queue =
        new PriorityQueue<>(Comparator.comparing((Run run) -> run.head, Entry.ORDER));
    for (Run run : open) {
      if (run.advance()) {
        queue.add(run);
      }
    }
    for (Run run = queue.poll(); run != null; run = queue.poll()) {
      out.write(run.head.json());
      if (run.advance()) {
        queue.add(run);
      }
    }
  }

  /** A sorted run while it is read. */
  private static final class Run {
    private final BufferedReader reader;
    private Entry head = new Entry("", "", "");

    Run(BufferedReader reader) {
      this.reader = reader;
    }

    boolean advance() throws IOException {
      String line = reader.readLine();
      if (line == null) {
        return false;
      }
      JsonNode json = Json.MAPPER.readTree(line);
      head = new Entry(RecordJson.id(json), RecordJson.id(json.path("contact")), line);
      return true;
    }
  }
}
