package org.rollbook.google.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.sources.Finding;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;
import org.rollbook.sources.Unread;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** A public district of 2015, from its files to its classes. */
@ExtendWith(TestDatabase.class)
final class SandboxTest {
  private static Path sandbox() {
    var places =
        List.of(System.getenv().getOrDefault("ROLLBOOK_REFERENCE", "../../shared"), "../../shared");
    return places.stream()
        .map(place -> Path.of(place, "samples", "clever-sandbox-2015"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(Path.of("absent"));
  }

  /** The files as people and sections, by the reader that the reader's own tests hold. */
  private static final class People implements RosterSink {
    private final Map<String, String> teachers = new TreeMap<>();
    private final Map<String, String> students = new TreeMap<>();
    private final Map<String, Section> sections = new TreeMap<>();
    private final Map<String, Set<String>> enrolled = new TreeMap<>();

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

  private static People read(Path sandbox) throws Exception {
    var people = new People();
    if (!(SnapshotFormats.open(sandbox) instanceof SnapshotOpening.Ready(var source))) {
      throw new AssertionError("not recognised");
    }
    try (source) {
      source.read(people);
    }
    return people;
  }

  @Test
  void the_whole_district_becomes_its_classes_and_the_second_time_nothing_happens(Database database)
      throws Exception {
    var sandbox = sandbox();
    assumeTrue(
        Files.isDirectory(sandbox),
        "skipped: the public sample files are not beside the project (ROLLBOOK_REFERENCE)");
    var people = read(sandbox);
    var google = new EmulatorClassroom();
    try (var world = new World(database, google)) {
      List.of("example.com", "example.net", "example.org").forEach(google.emulator()::addDomain);
      people.teachers.values().forEach(google::makeAccount);
      people.students.values().forEach(google::makeAccount);
      var report = world.deliver(sandbox);
      assertThat(report.status()).isEqualTo(SnapshotStatus.APPLIED);
      assertThat(report.records().values())
          .allSatisfy(rows -> assertThat(rows.rejected()).isZero());
      assertThat(report.records().values().stream().mapToLong(rows -> rows.rows()).boxed())
          .containsExactlyInAnyOrder(3L, 89L, 1004L, 379L, 8971L);
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
      assertClasses(people, google.classes());
      google.forgetCalls();
      assertThat(world.deliver(sandbox).status()).isEqualTo(SnapshotStatus.UNCHANGED);
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
      assertThat(google.calls()).isEqualTo(new Classroom.CallCount(0, 0));
    }
  }

  private static void assertClasses(People people, List<Classroom.SeenClass> classes) {
    assertThat(classes).hasSize(379);
    var expected = new TreeMap<String, Integer>();
    people.sections.forEach(
        (id, section) -> expected.merge(expected(people, section), 1, Integer::sum));
    var found = new TreeMap<String, Integer>();
    classes.forEach(seen ->
        found.merge(
            seen.name() + seen.owner() + seen.teachers() + seen.students(), 1, Integer::sum));
    assertThat(found).isEqualTo(expected);
  }

  private static String expected(People people, Section section) {
    var owner = people.teachers.getOrDefault(section.primaryTeacher().orElseThrow().value(), "");
    var teachers = new TreeSet<>(Set.of(owner));
    section.coTeachers().forEach(id -> teachers.add(people.teachers.getOrDefault(id.value(), "")));
    var students = new TreeSet<String>();
    people
        .enrolled
        .getOrDefault(section.id().value(), Set.of())
        .forEach(id -> students.add(people.students.getOrDefault(id, "")));
    return section.name() + owner + teachers + students;
  }
}
