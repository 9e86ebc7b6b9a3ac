package org.rollbook.sync.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.sources.Finding;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;
import org.rollbook.sources.Unread;

/**
 * The classes that a delivery's files say there are, by the reader that the reader's own tests hold
 * and by nothing of the registry or the sync.
 */
public final class DeliveredClasses {
  private record DeliveredClass(
      String name, String owner, SortedSet<String> teachers, SortedSet<String> students) {}

  private final Map<String, String> teachers = new TreeMap<>();
  private final Map<String, String> students = new TreeMap<>();
  private final Map<String, Section> sections = new TreeMap<>();
  private final Map<String, Set<String>> enrolled = new TreeMap<>();

  private DeliveredClasses() {}

  /** Reads a folder in which every row can be read. */
  public static DeliveredClasses of(Path files) throws IOException {
    var classes = new DeliveredClasses();
    if (!(SnapshotFormats.open(files) instanceof SnapshotOpening.Ready(var source))) {
      throw new AssertionError("not recognised");
    }
    try (source) {
      source.read(classes.new Rows());
    }
    return classes;
  }

  private final class Rows implements RosterSink {
    @Override
    public void record(RosterRecord record, String file, long line) {
      switch (record) {
        case Teacher teacher ->
            teacher.email().ifPresent(email -> teachers.put(teacher.id().value(), email));
        case Student student ->
            student.email().ifPresent(email -> students.put(student.id().value(), email));
        case Section section -> sections.put(section.id().value(), section);
        case Enrolment enrolment ->
            enrolled
                .computeIfAbsent(enrolment.section().value(), _ -> new TreeSet<>())
                .add(enrolment.student().value());
        case org.rollbook.core.roster.School _,
            org.rollbook.core.roster.Term _,
            org.rollbook.core.roster.Course _,
            org.rollbook.core.roster.StaffMember _ -> {
          // No part of a class.
        }
      }
    }

    @Override
    public void finding(Finding finding) {}

    @Override
    public void rejected(Finding finding, Unread unread) {
      throw new AssertionError(finding);
    }
  }

  /** Addresses of those who teach. */
  public Collection<String> teachers() {
    return List.copyOf(teachers.values());
  }

  /** Addresses of those who learn. */
  public Collection<String> students() {
    return List.copyOf(students.values());
  }

  /** How many there are. */
  public int count() {
    return sections.size();
  }

  /** Each of them is there once, with its name, owner, teachers and students, and no other is. */
  public void assertAre(List<Classroom.SeenClass> seen) {
    var found =
        seen.stream()
            .map(c -> new DeliveredClass(c.name(), c.owner(), c.teachers(), c.students()))
            .toList();
    var delivered = sections.values().stream().map(this::delivered).toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(delivered);
  }

  private DeliveredClass delivered(Section section) {
    var owner = teachers.getOrDefault(section.primaryTeacher().orElseThrow().value(), "");
    var teaching = new TreeSet<>(Set.of(owner));
    section.coTeachers().forEach(id -> teaching.add(teachers.getOrDefault(id.value(), "")));
    var learning = new TreeSet<String>();
    enrolled
        .getOrDefault(section.id().value(), Set.of())
        .forEach(id -> learning.add(students.getOrDefault(id, "")));
    return new DeliveredClass(section.name(), owner, teaching, learning);
  }
}
