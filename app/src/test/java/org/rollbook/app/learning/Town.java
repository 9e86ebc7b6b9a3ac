package org.rollbook.app.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small district, as its school writes it down. */
final class Town {
  private final String domain;
  private final Map<String, Somebody> teachers = new LinkedHashMap<>();
  private final Map<String, Somebody> students = new LinkedHashMap<>();
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private int named;

  /** With one class that no test looks at: an empty file would be held. */
  Town(String domain) {
    this.domain = domain;
    section("S0", "Assembly", List.of(teacher("Ada", "Bell")), student("Cem", "Dar"));
  }

  /** Signs in by e-mail. */
  record Somebody(String id, String given, String family, String email) {
    String name() {
      return given + " " + family;
    }
  }

  /**
   * @param teachers the primary teacher first
   */
  private record Section(String id, String name, List<String> teachers, Set<String> students) {}

  Somebody teacher(String given, String family) {
    return add(teachers, "T", given, family);
  }

  Somebody student(String given, String family) {
    return add(students, "P", given, family);
  }

  private Somebody add(Map<String, Somebody> to, String letter, String given, String family) {
    var id = letter + ++named;
    var email = (given + "." + family + "@" + domain).toLowerCase(java.util.Locale.ROOT);
    var somebody = new Somebody(id, given, family, email);
    to.put(id, somebody);
    return somebody;
  }

  /** The same person under another address. */
  Somebody renamed(Somebody former, String family) {
    var to = former.id().startsWith("T") ? teachers : students;
    var now =
        new Somebody(
            former.id(),
            former.given(),
            family,
            family.toLowerCase(java.util.Locale.ROOT) + "@" + domain);
    to.put(former.id(), now);
    return now;
  }

  /** A section and who is in it; what it was before is replaced. */
  Town section(String id, String name, List<Somebody> teachers, Somebody... students) {
    var seats = new LinkedHashSet<String>();
    for (var student : students) {
      seats.add(student.id());
    }
    sections.put(id, new Section(id, name, teachers.stream().map(Somebody::id).toList(), seats));
    return this;
  }

  Town joins(Somebody student, String section) {
    section(section).students().add(student.id());
    return this;
  }

  Town leaves(Somebody student, String section) {
    section(section).students().remove(student.id());
    return this;
  }

  /** The school has them no more; {@link #back} brings them back. */
  Town gone(Somebody somebody) {
    teachers.remove(somebody.id());
    students.remove(somebody.id());
    return this;
  }

  Town back(Somebody somebody) {
    (somebody.id().startsWith("T") ? teachers : students).put(somebody.id(), somebody);
    return this;
  }

  /** The school has the section no more. */
  Town withoutSection(String id) {
    sections.remove(id);
    return this;
  }

  private Section section(String id) {
    return java.util.Objects.requireNonNull(sections.get(id), id);
  }

  /** Writes it all down as Clever's files. */
  Path files() throws IOException {
    var folder = Files.createTempDirectory("rollbook-town-");
    write(folder, "schools.csv", "School_id,School_name", List.of("S1,Town School"));
    write(
        folder,
        "teachers.csv",
        "School_id,Teacher_id,First_name,Last_name,Teacher_email",
        people(teachers));
    write(
        folder,
        "students.csv",
        "School_id,Student_id,First_name,Last_name,Student_email",
        people(students));
    write(
        folder,
        "sections.csv",
        "School_id,Section_id,Teacher_id,Teacher_2_id,Name,Subject,Grade,Period",
        sections.values().stream().map(Town::row).toList());
    write(folder, "enrollments.csv", "School_id,Section_id,Student_id", seats());
    return folder;
  }

  private static List<String> people(Map<String, Somebody> people) {
    return people.values().stream()
        .map(one -> String.join(",", "S1", one.id(), one.given(), one.family(), one.email()))
        .toList();
  }

  private static String row(Section section) {
    var second = section.teachers().size() > 1 ? section.teachers().get(1) : "";
    return String.join(
        ",", "S1", section.id(), section.teachers().getFirst(), second, section.name(), "Math,7,3");
  }

  private List<String> seats() {
    var rows = new ArrayList<String>();
    sections
        .values()
        .forEach(section ->
            section.students().stream()
                .filter(students::containsKey)
                .forEach(student -> rows.add("S1," + section.id() + "," + student)));
    return rows;
  }

  private static void write(Path folder, String name, String header, List<String> rows)
      throws IOException {
    var lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    Files.write(folder.resolve(name), lines, UTF_8);
  }
}
