package org.rollbook.learn.classroom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollbook.learn.importing.SyncRun;

/**
 * A class as its teachers see it.
 *
 * @param sync the last sync of the reader's classes; absent when made by hand
 * @param joinCode empty text when there is none
 * @param rename the form to give it another name
 */
record TaughtClass(
    String path,
    String name,
    String about,
    boolean imported,
    boolean archived,
    Optional<SyncRun> sync,
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
      return "No students: your school has none on this class now. Those whom it adds come with the next"
          + " sync.";
    }
    return archived
        ? "No students."
        : "No students yet. Give them the join code below: they type it under Classes.";
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
        sync,
        joinCode,
        coTeachers,
        students,
        former,
        assignments,
        rename.refused(typed, why));
  }
}
