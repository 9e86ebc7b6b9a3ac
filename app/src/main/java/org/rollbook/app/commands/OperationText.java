package org.rollbook.app.commands;

import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.sync.runs.OperationLine;

/** Operations in words. */
public final class OperationText {
  private OperationText() {}

  /** What the operation does: {@code add student Maya Lopez to Algebra 1 - Diaz}. */
  public static String says(OperationLine operation) {
    var name = operation.className();
    var person = person(operation);
    return switch (operation.kind()) {
      case CREATE_CLASS -> "create %s for %s".formatted(name, person);
      case RESTORE_CLASS -> "restore %s".formatted(name);
      case RENAME_CLASS -> "rename to %s".formatted(name);
      case CHANGE_OWNER -> "make %s the owner of %s".formatted(person, name);
      case ADD_TEACHER -> "add teacher %s to %s".formatted(person, name);
      case REMOVE_TEACHER -> "remove teacher %s from %s".formatted(person, name);
      case ADD_STUDENT -> "add student %s to %s".formatted(person, name);
      case REMOVE_STUDENT -> "remove student %s from %s".formatted(person, name);
      case ARCHIVE_CLASS -> "archive %s".formatted(name);
      case DECLINE_CLASS -> "decline %s".formatted(name);
    };
  }

  private static String person(OperationLine operation) {
    return operation.personName().isEmpty()
        ? operation.person().orElse("nobody")
        : operation.personName();
  }

  /** So many of a kind for a list of counts: {@code students added}. */
  public static String counted(OperationKind kind, long count) {
    return whom(kind, count) + " " + done(kind);
  }

  /** What a kind is about: {@code students}. */
  static String whom(OperationKind kind, long count) {
    return switch (kind) {
      case CREATE_CLASS, RESTORE_CLASS, RENAME_CLASS, ARCHIVE_CLASS, DECLINE_CLASS ->
          count == 1 ? "class" : "classes";
      case CHANGE_OWNER -> count == 1 ? "owner" : "owners";
      case ADD_TEACHER, REMOVE_TEACHER -> count == 1 ? "teacher" : "teachers";
      case ADD_STUDENT, REMOVE_STUDENT -> count == 1 ? "student" : "students";
    };
  }

  /** What a kind does: {@code added}. */
  static String done(OperationKind kind) {
    return switch (kind) {
      case CREATE_CLASS -> "created";
      case RESTORE_CLASS -> "restored";
      case RENAME_CLASS -> "renamed";
      case CHANGE_OWNER -> "changed";
      case ADD_TEACHER, ADD_STUDENT -> "added";
      case REMOVE_TEACHER, REMOVE_STUDENT -> "removed";
      case ARCHIVE_CLASS -> "archived";
      case DECLINE_CLASS -> "declined";
    };
  }
}
