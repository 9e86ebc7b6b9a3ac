package org.rollbook.core.roster;

import java.util.Comparator;
import java.util.Objects;

/**
 * What makes a record the same record in two snapshots of one district. Keys are ordered by kind,
 * then by the code points of their ids: as a database orders them by their bytes in UTF-8, so that
 * streams that it ordered can be merged by this.
 *
 * @param kind the kind of record
 * @param id the source's id; for an enrolment the section's id
 * @param student the student's id of an enrolment, empty text for every other kind
 */
public record RecordKey(RecordKind kind, String id, String student)
    implements Comparable<RecordKey> {

  private static final Comparator<RecordKey> ORDER =
      Comparator.comparing(RecordKey::kind)
          .thenComparing(RecordKey::id, SourceText::compare)
          .thenComparing(RecordKey::student, SourceText::compare);

  public RecordKey {
    Objects.requireNonNull(kind, "kind is null");
    SourceText.requireId(id, "id");
    if (student.isEmpty() == (kind == RecordKind.ENROLMENT)) {
      throw new IllegalArgumentException(
          "an enrolment, and nothing else, names a student: " + kind);
    }
  }

  public static RecordKey of(RecordKind kind, String id) {
    return new RecordKey(kind, id, "");
  }

  public static RecordKey of(SectionId section, StudentId student) {
    return new RecordKey(RecordKind.ENROLMENT, section.value(), student.value());
  }

  @Override
  public int compareTo(RecordKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return student.isEmpty() ? kind + " " + id : kind + " " + id + "/" + student;
  }
}
