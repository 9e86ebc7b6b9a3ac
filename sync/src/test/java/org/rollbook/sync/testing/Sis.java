package org.rollbook.sync.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A small student information system, written to as a registrar would and exported as Clever CSV.
 * People are made when they are first named; their address is their id at {@value #DOMAIN}.
 */
public final class Sis {
  public static final String DOMAIN = "school.example";

  private final Map<String, SectionRow> sections = new TreeMap<>();
  private final Map<String, String> emails = new TreeMap<>();
  private final Set<String> teachers = new TreeSet<>();
  private final Set<String> students = new TreeSet<>();

  /** One section, to be changed in place. */
  public final class SectionRow {
    private String name;
    private String school = "north";
    private final List<String> teaching = new ArrayList<>();
    private final Set<String> enrolled = new LinkedHashSet<>();

    private SectionRow(String name) {
      this.name = name;
    }

    /** The primary teacher and, after it, co-teachers; none at all takes every teacher off. */
    public SectionRow taughtBy(String... teacherIds) {
      teaching.clear();
      for (var id : teacherIds) {
        teacher(id);
        teaching.add(id);
      }
      return this;
    }

    public SectionRow with(String... studentIds) {
      for (var id : studentIds) {
        student(id);
        enrolled.add(id);
      }
      return this;
    }

    public SectionRow without(String... studentIds) {
      enrolled.removeAll(List.of(studentIds));
      return this;
    }

    public SectionRow called(String newName) {
      name = newName;
      return this;
    }

    private void write(String id, StringBuilder rows) {
      var columns = new ArrayList<>(List.of(school, id, name));
      columns.addAll(teaching);
      while (columns.size() < 6) {
        columns.add("");
      }
      row(rows, columns.toArray(String[]::new));
    }

    public SectionRow at(String schoolId) {
      school = schoolId;
      return this;
    }
  }

  /** The section with this id, made when there is none. */
  public SectionRow section(String id) {
    return sections.computeIfAbsent(id, SectionRow::new);
  }

  public void dropSection(String id) {
    sections.remove(id);
  }

  /** The section goes on as it is, under another id. */
  public void renameSection(String id, String newId) {
    sections.put(newId, Objects.requireNonNull(sections.remove(id)));
  }

  public void teacher(String id) {
    teachers.add(id);
    emails.putIfAbsent(id, email(id));
  }

  public void student(String id) {
    students.add(id);
    emails.putIfAbsent(id, email(id));
  }

  /** The person leaves the district, and with it every class. */
  public void leaves(String id) {
    teachers.remove(id);
    students.remove(id);
    sections
        .values()
        .forEach(section -> {
          section.teaching.remove(id);
          section.enrolled.remove(id);
        });
  }

  /** The student stays as they are, address and classes too, under another id. */
  public void renameStudent(String id, String newId) {
    students.remove(id);
    students.add(newId);
    emails.put(newId, addressOf(id));
    for (var section : sections.values()) {
      if (section.enrolled.remove(id)) {
        section.enrolled.add(newId);
      }
    }
  }

  public void email(String id, String address) {
    emails.put(id, address);
  }

  /** The address that a person has now. */
  public String addressOf(String id) {
    return Objects.requireNonNull(emails.get(id));
  }

  /** The address that a person has unless it was changed. */
  public static String email(String id) {
    return id + "@" + DOMAIN;
  }

  /** Every address in use. */
  public List<String> addresses() {
    var used = new TreeSet<String>();
    teachers.forEach(id -> used.add(addressOf(id)));
    students.forEach(id -> used.add(addressOf(id)));
    return List.copyOf(used);
  }

  public Set<String> sectionIds() {
    return Set.copyOf(sections.keySet());
  }

  public Set<String> studentIds() {
    return Set.copyOf(students);
  }

  /** Writes the five files. */
  public Path exportTo(Path folder) {
    var schools = new StringBuilder("School_id,School_name,School_number\n");
    for (var school : List.of("north", "south")) {
      row(schools, school, school + " school", school);
    }
    var teacherRows =
        new StringBuilder("School_id,Teacher_id,Teacher_email,First_name,Last_name\n");
    teachers.forEach(id -> row(teacherRows, "north", id, addressOf(id), id, "Teacher"));
    var studentRows =
        new StringBuilder("School_id,Student_id,Student_email,First_name,Last_name\n");
    students.forEach(id -> row(studentRows, "north", id, addressOf(id), id, "Student"));
    var sectionRows =
        new StringBuilder("School_id,Section_id,Name,Teacher_id,Teacher_2_id,Teacher_3_id\n");
    sections.forEach((id, section) -> section.write(id, sectionRows));
    var enrolments = new StringBuilder("School_id,Section_id,Student_id\n");
    sections.forEach((id, section) ->
        section.enrolled.forEach(student -> row(enrolments, section.school, id, student)));
    write(folder, "schools.csv", schools);
    write(folder, "teachers.csv", teacherRows);
    write(folder, "students.csv", studentRows);
    write(folder, "sections.csv", sectionRows);
    write(folder, "enrollments.csv", enrolments);
    return folder;
  }

  private static void write(Path folder, String file, StringBuilder content) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void row(StringBuilder file, String... fields) {
    file.append(String.join(",", fields)).append('\n');
  }
}
