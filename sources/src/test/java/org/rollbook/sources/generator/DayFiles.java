package org.rollbook.sources.generator;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One day's files as somebody reads them who knows nothing of the generator. The maps can be
 * changed, so that moves can be tried on them.
 */
record DayFiles(
    Map<String, Map<String, String>> schools,
    Map<String, Map<String, String>> students,
    Map<String, Map<String, String>> teachers,
    Map<String, Map<String, String>> sections,
    Map<String, Map<String, String>> staff,
    Set<String> enrolments) {

  static DayFiles read(Path folder) throws IOException {
    Set<String> enrolments = new TreeSet<>();
    for (Map<String, String> row : rows(folder.resolve("enrollments.csv"))) {
      if (!enrolments.add(row.get("Section_id") + "/" + row.get("Student_id"))) {
        throw new IllegalStateException("twice in one section: " + row);
      }
    }
    return new DayFiles(
        byKey(folder.resolve("schools.csv"), "School_id"),
        byKey(folder.resolve("students.csv"), "Student_id"),
        byKey(folder.resolve("teachers.csv"), "Teacher_id"),
        byKey(folder.resolve("sections.csv"), "Section_id"),
        byKey(folder.resolve("staff.csv"), "Staff_id"),
        enrolments);
  }

  static List<Map<String, String>> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }

  private static Map<String, Map<String, String>> byKey(Path file, String key) throws IOException {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (Map<String, String> row : rows(file)) {
      if (rows.put(row.getOrDefault(key, ""), new LinkedHashMap<>(row)) != null) {
        throw new IllegalStateException("duplicate key: " + row);
      }
    }
    return rows;
  }

  /** The primary teacher first. */
  List<String> teachersOf(String section) {
    Map<String, String> row = sections.getOrDefault(section, Map.of());
    return Stream.of("Teacher_id", "Teacher_2_id", "Teacher_3_id")
        .map(column -> row.getOrDefault(column, ""))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  Map<String, Integer> sectionSizes() {
    Map<String, Integer> sizes = new HashMap<>();
    enrolments.forEach(e -> sizes.merge(e.substring(0, e.indexOf('/')), 1, Integer::sum));
    return sizes;
  }
}
