package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StudentId;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.Unread;
import org.rollbook.sources.files.RosterFiles;
import tools.jackson.databind.JsonNode;

/** Reads the files of a pull, in the order that a sink expects. */
final class DumpReading {
  private final RosterFiles files;
  private final Manifest manifest;
  private final RosterSink sink;
  private final KnownIds students = new KnownIds();
  private final DumpClasses classes = new DumpClasses();
  private final Map<RecordKind, Reading.Rows> rows = new EnumMap<>(RecordKind.class);

  DumpReading(RosterFiles files, Manifest manifest, RosterSink sink) {
    this.files = files;
    this.manifest = manifest;
    this.sink = sink;
  }

  /** Makes a record of an object. */
  private interface Maker {
    void make(JsonNode json, DumpRows rows) throws IOException;
  }

  Reading.Complete read() throws IOException {
    tellReferences();
    read(DumpFile.SCHOOLS, RecordKind.SCHOOL, DumpReading::school);
    read(DumpFile.TEACHERS, RecordKind.TEACHER, DumpPeople::teacher);
    read(DumpFile.STAFF, RecordKind.STAFF, DumpPeople::staff);
    readStudents();
    each(DumpFile.TERMS, (json, line) -> classes.addTerm(json));
    each(DumpFile.COURSES, (json, line) -> classes.addCourse(json));
    read(DumpFile.SECTIONS, RecordKind.SECTION, classes::section);
    read(DumpFile.SECTIONS, RecordKind.ENROLMENT, this::enrolments);
    if (isEmpty(RecordKind.STAFF)) {
      // Like files without staff.csv: staff are shared or not by a tick of their own.
      rows.remove(RecordKind.STAFF);
    }
    List<RecordKind> empty = rows.keySet().stream().filter(this::isEmpty).toList();
    return new Reading.Complete(Collections.unmodifiableMap(rows), empty, Map.of());
  }

  private void tellReferences() {
    for (var people : List.of(RecordKind.TEACHER, RecordKind.STAFF, RecordKind.STUDENT)) {
      sink.reference(people, RecordKind.SCHOOL, "schools");
    }
    sink.reference(RecordKind.SECTION, RecordKind.SCHOOL, "school");
    sink.reference(RecordKind.SECTION, RecordKind.TEACHER, "teacher");
    sink.reference(RecordKind.SECTION, RecordKind.COURSE, "course");
    sink.reference(RecordKind.SECTION, RecordKind.TERM, "term_id");
    sink.reference(RecordKind.ENROLMENT, RecordKind.STUDENT, "students");
  }

  private boolean isEmpty(RecordKind kind) {
    return Optional.ofNullable(rows.get(kind)).filter(counts -> counts.rows() > 0).isEmpty();
  }

  private void readStudents() throws IOException {
    try (var lines = new DumpLines(files, DumpFile.CONTACTS, manifest)) {
      var contacts = new DumpContacts(lines);
      read(
          DumpFile.STUDENTS,
          RecordKind.STUDENT,
          (json, counts) -> {
            String id = RecordJson.id(json);
            // Also when the student is set aside: the enrolments are as good as ever.
            students.add(id);
            DumpPeople.student(json, contacts.of(id, counts), counts);
          });
      contacts.finish();
    }
  }

  private void read(DumpFile file, RecordKind kind, Maker maker) throws IOException {
    var counts = new DumpRows(file.fileName(), kind, sink);
    each(
        file,
        (json, line) -> {
          counts.on(line, RecordJson.id(json));
          maker.make(json, counts);
        });
    rows.put(kind, counts.rows());
  }

  private interface Line {
    void take(JsonNode json, long line) throws IOException;
  }

  private void each(DumpFile file, Line taker) throws IOException {
    try (var lines = new DumpLines(files, file, manifest)) {
      for (var json = lines.next(); json.isPresent(); json = lines.next()) {
        taker.take(json.get(), lines.line());
      }
    }
  }

  private static void school(JsonNode json, DumpRows rows) {
    Optional<String> name = Json.text(json, "name");
    if (name.isEmpty()) {
      rows.rejectWithout("name");
      return;
    }
    rows.accept(
        new School(
            new SchoolId(RecordJson.id(json)), name.get(), DumpAttributes.SCHOOL.read(json, rows)));
  }

  /** A section may list students who are not shared (Clever's page on troubleshooting). */
  private void enrolments(JsonNode json, DumpRows counts) {
    var section = new SectionId(RecordJson.id(json));
    if (!json.path("students").isArray()) {
      counts.reject(
          "students",
          "The section %s comes without its students; they stay as they were.".formatted(section),
          new Unread.InSection(section));
      return;
    }
    int unshared = 0;
    for (String student : Json.texts(json, "students")) {
      if (students.has(student)) {
        counts.accept(new Enrolment(section, new StudentId(student)));
      } else {
        unshared++;
      }
    }
    if (unshared > 0) {
      counts.note(
          "students",
          "UNSHARED_STUDENTS",
          "The section %s lists %d students who are not shared; they are left out of it."
              .formatted(section, unshared));
    }
  }
}
