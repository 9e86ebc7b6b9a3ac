package org.rollbook.core.reconcile;

import java.util.List;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/**
 * What the source says of one class now: a section in the share, with the accounts of its people.
 *
 * @param section the section
 * @param name what the class is to be called
 * @param primaryTeacher who is to own it; absent while the section names nobody
 * @param coTeachers its other teachers, in a stable order
 * @param students its students, in a stable order
 */
public record SourceClass(
    RecordId section,
    String name,
    Optional<SourceMember> primaryTeacher,
    List<SourceMember> coTeachers,
    List<SourceMember> students) {
  public SourceClass {
    coTeachers = List.copyOf(coTeachers);
    students = List.copyOf(students);
  }
}
