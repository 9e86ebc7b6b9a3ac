package org.rollbook.core.reconcile;

/** The kinds of operation, in the words that plans show and scripts rely on. */
public enum OperationKind {
  CREATE_CLASS,
  RESTORE_CLASS,
  RENAME_CLASS,
  ADD_TEACHER,
  CHANGE_OWNER,
  REMOVE_TEACHER,
  ADD_STUDENT,
  REMOVE_STUDENT,
  ARCHIVE_CLASS,
  DECLINE_CLASS;

  /** Whether it takes somebody's seat away. */
  public boolean removes() {
    return this == REMOVE_TEACHER || this == REMOVE_STUDENT;
  }

  /** Whether it puts the class away. */
  public boolean ends() {
    return this == ARCHIVE_CLASS || this == DECLINE_CLASS;
  }
}
