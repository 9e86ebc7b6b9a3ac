package org.rollbook.core.roster;

import java.util.List;
import java.util.Optional;

/**
 * One class of students taught by one teacher or several.
 *
 * @param id the source's id
 * @param school where it is taught
 * @param name what people call it, never empty
 * @param primaryTeacher who owns the class; absent while the source names nobody
 * @param coTeachers the other teachers in the source's order, each once, never the primary teacher
 * @param course what is taught
 * @param term when it is taught
 * @param attributes section number, grade, period, subject, course description
 */
public record Section(
    SectionId id,
    SchoolId school,
    String name,
    Optional<TeacherId> primaryTeacher,
    List<TeacherId> coTeachers,
    Optional<CourseId> course,
    Optional<TermId> term,
    Attributes attributes)
    implements RosterRecord {
  public Section {
    SourceText.requireId(name, "section name");
    coTeachers = List.copyOf(coTeachers);
    if (primaryTeacher.isPresent() && coTeachers.contains(primaryTeacher.get())) {
      throw new IllegalArgumentException(
          "section " + id + ": the primary teacher is no co-teacher");
    }
  }

  @Override
  public RecordKey key() {
    return RecordKey.of(RecordKind.SECTION, id.value());
  }
}
