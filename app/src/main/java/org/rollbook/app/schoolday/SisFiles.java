package org.rollbook.app.schoolday;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A district's files in Clever's format as the generator writes them: looked into, and changed as a
 * secretary changes them.
 */
public final class SisFiles {
  private static final String ENROLMENTS = "enrollments.csv";

  private final Path folder;

  public SisFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * @param email empty text without one
   */
  public record Somebody(String id, String name, String email) {}

  /**
   * A section.
   *
   * @param teachers their ids, the primary teacher first
   * @param students their ids
   */
  public record Section(
      String id, String name, String course, List<String> teachers, Set<String> students) {
    public Section {
      teachers = List.copyOf(teachers);
      students = Collections.unmodifiableSet(new LinkedHashSet<>(students));
    }
  }

  /** All teachers, by id. */
  public Map<String, Somebody> teachers() throws IOException {
    return people("teachers.csv", "Teacher");
  }

  /** All students, by id. */
  public Map<String, Somebody> students() throws IOException {
    return people("students.csv", "Student");
  }

  private Map<String, Somebody> people(String file, String kind) throws IOException {
    var people = new LinkedHashMap<String, Somebody>();
    try (var rows = read(file)) {
      rows.forEach(row -> {
        var id = row.getField(kind + "_id");
        var name = row.getField("First_name") + " " + row.getField("Last_name");
        people.put(id, new Somebody(id, name, row.getField(kind + "_email")));
      });
    }
    return people;
  }

  /** All sections, in the file's order. */
  public List<Section> sections() throws IOException {
    var students = new HashMap<String, Set<String>>();
    try (var rows = read(ENROLMENTS)) {
      rows.forEach(row ->
          students
              .computeIfAbsent(row.getField("Section_id"), id -> new LinkedHashSet<>())
              .add(row.getField("Student_id")));
    }
    var sections = new ArrayList<Section>();
    try (var rows = read("sections.csv")) {
      rows.forEach(row -> sections.add(section(row, students)));
    }
    return List.copyOf(sections);
  }

  private static Section section(NamedCsvRecord row, Map<String, Set<String>> students) {
    var id = row.getField("Section_id");
    return new Section(
        id,
        row.getField("Name"),
        row.getField("Course_name"),
        Stream.of("Teacher_id", "Teacher_2_id", "Teacher_3_id")
            .map(row::getField)
            .filter(teacher -> !teacher.isEmpty())
            .toList(),
        students.getOrDefault(id, Set.of()));
  }

  /** The student sits in another section from now on; nothing changes for who is not in it. */
  public void moveStudent(String student, String from, String to) throws IOException {
    Path file = folder.resolve(ENROLMENTS);
    Path changed = folder.resolve(ENROLMENTS + ".new");
    var written = new LinkedHashSet<List<String>>();
    try (var rows = read(ENROLMENTS);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(changed, UTF_8)) {
      csv.writeRecord("School_id", "Section_id", "Student_id");
      rows.forEach(row -> {
        var section = row.getField("Section_id");
        boolean moves = section.equals(from) && row.getField("Student_id").equals(student);
        var cells =
            List.of(row.getField("School_id"), moves ? to : section, row.getField("Student_id"));
        if (written.add(cells)) {
          csv.writeRecord(cells);
        }
      });
    }
    Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private CsvReader<NamedCsvRecord> read(String file) throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(folder.resolve(file), UTF_8);
  }
}
