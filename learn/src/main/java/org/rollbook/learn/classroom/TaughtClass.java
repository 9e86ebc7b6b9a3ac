package org.rollbook.learn.classroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A class as its teachers see it.
 *
 * @param inStep when it was last as Clever says; absent when made by hand
 * @param joinCode empty text when there is none
 * @param rename the form to give it another name
 */
record TaughtClass(
    String path,
    String name,
    String about,
    boolean imported,
    boolean archived,
    Optional<Instant> inStep,
    String joinCode,
    List<String> coTeachers,
    List<Student> students,
    List<Student> former,
    List<AssignmentRow> assignments,
    FormField rename) {
  /**
   * Somebody who is or was in it.
   *
   * @param left when, for a former student
   */
  record Student(long number, String name, Instant since, Optional<Instant> left) {}

  /**
   * Whether its teacher changes it here: Clever's are changed at school, archived ones not at all.
   */
  boolean editable() {
    return !imported && !archived;
  }

  String emptySays() {
    if (imported) {
      return "No students: your school has none on this class now.";
    }
    return archived ? "No students." : "No students yet. Give them the join code below.";
  }

  /** The join code for those who hear it. */
  String codeSpelled() {
    return "Join code: " + String.join(" ", joinCode.split(""));
  }

  /** The same with a name typed that it cannot have. */
  TaughtClass renaming(String typed, String why) {
    return new TaughtClass(
        path,
        name,
        about,
        imported,
        archived,
        inStep,
        joinCode,
        coTeachers,
        students,
        former,
        assignments,
        rename.refused(typed, why));
  }
}
