package org.rollbook.core.reconcile;

/**
 * One change to one class at the target. It leaves no choice to who executes it, and doing it twice
 * is the same as doing it once.
 */
public sealed interface Operation {
  Reason reason();

  OperationKind kind();

  /** Makes the class, offered to its owner. */
  record CreateClass(String name, Member owner, Reason reason) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.CREATE_CLASS;
    }
  }

  /** Takes a class that we ended back into the state before. */
  record RestoreClass(ClassState from, Reason reason) implements Operation {
    public RestoreClass {
      if (from != ClassState.ARCHIVED && from != ClassState.DECLINED) {
        throw new IllegalArgumentException("nothing to restore from " + from);
      }
    }

    /** The state it has afterwards. */
    public ClassState to() {
      return from == ClassState.ARCHIVED ? ClassState.ACTIVE : ClassState.OFFERED;
    }

    @Override
    public OperationKind kind() {
      return OperationKind.RESTORE_CLASS;
    }
  }

  /** Renames the class, provided that it is still called {@code from}. */
  record RenameClass(String from, String to, Reason reason) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.RENAME_CLASS;
    }
  }

  record AddTeacher(Member member, Reason reason) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.ADD_TEACHER;
    }
  }

  /**
   * Moves ownership to somebody who is a teacher of the class by then; the former owner stays one.
   */
  record ChangeOwner(AccountId from, Member to, Reason reason) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.CHANGE_OWNER;
    }
  }

  record RemoveTeacher(Member member, Reason reason) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.REMOVE_TEACHER;
    }
  }

  record AddStudent(Member member, Reason reason) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.ADD_STUDENT;
    }
  }

  record RemoveStudent(Member member, Reason reason) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.REMOVE_STUDENT;
    }
  }

  /** Puts an accepted class away. */
  record ArchiveClass(Reason reason) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.ARCHIVE_CLASS;
    }
  }

  /** Takes back the offer of a class that was not accepted. */
  record DeclineClass(Reason reason) implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.DECLINE_CLASS;
    }
  }
}
