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

  /** A kind of operation for a list of counts: {@code students added}. */
  public static String many(OperationKind kind) {
    return switch (kind) {
      case CREATE_CLASS -> "classes created";
      case RESTORE_CLASS -> "classes restored";
      case RENAME_CLASS -> "classes renamed";
      case CHANGE_OWNER -> "owners changed";
      case ADD_TEACHER -> "teachers added";
      case REMOVE_TEACHER -> "teachers removed";
      case ADD_STUDENT -> "students added";
      case REMOVE_STUDENT -> "students removed";
      case ARCHIVE_CLASS -> "classes archived";
      case DECLINE_CLASS -> "classes declined";
    };
  }
}
