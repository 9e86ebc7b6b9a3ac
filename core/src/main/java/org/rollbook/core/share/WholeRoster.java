package org.rollbook.core.share;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.CourseId;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.core.roster.Term;
import org.rollbook.core.roster.TermId;

/**
 * All records of one district at one time. A reference to a record that is not here counts as none.
 *
 * @param records by their key
 */
public record WholeRoster(SortedMap<RecordKey, RosterRecord> records) {
  public WholeRoster {
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
  }

  /**
   * A roster of these records, in any order.
   *
   * @throws IllegalArgumentException when two have one key
   */
  public static WholeRoster of(Iterable<? extends RosterRecord> records) {
    var byKey = new TreeMap<RecordKey, RosterRecord>();
    for (RosterRecord record : records) {
      if (byKey.put(record.key(), record) != null) {
        throw new IllegalArgumentException(record.key() + " is there twice");
      }
    }
    return new WholeRoster(byKey);
  }

  boolean has(RecordKey key) {
    return records.containsKey(key);
  }

  Stream<RecordKey> keys(RecordKind kind) {
    return records.keySet().stream().filter(key -> key.kind() == kind);
  }

  Optional<School> school(SchoolId id) {
    return find(RecordKind.SCHOOL, id.value(), School.class);
  }

  Optional<Term> term(TermId id) {
    return find(RecordKind.TERM, id.value(), Term.class);
  }

  Optional<Course> course(CourseId id) {
    return find(RecordKind.COURSE, id.value(), Course.class);
  }

  /** The primary teacher and the others. */
  Stream<Teacher> teachers(Section section) {
    return Stream.concat(section.primaryTeacher().stream(), section.coTeachers().stream())
        .flatMap(id -> teacher(id).stream());
  }

  private Optional<Teacher> teacher(TeacherId id) {
    return find(RecordKind.TEACHER, id.value(), Teacher.class);
  }

  private <T extends RosterRecord> Optional<T> find(RecordKind kind, String id, Class<T> type) {
    return Optional.ofNullable(records.get(RecordKey.of(kind, id))).map(type::cast);
  }
}
