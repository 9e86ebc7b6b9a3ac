package org.rollbook.sync.runs;

import java.util.Optional;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.core.reconcile.Reason;

/**
 * One operation of a run, in the words of the source.
 *
 * @param section the section's source id
 * @param school the school's source id, empty text when no section of it is shared any more
 * @param schoolName the same for its name
 * @param person the person's source id; of somebody who is not in the roster any more, the address
 *     or the account's id; absent when the operation concerns nobody
 * @param personName given and family name, empty text when not in the roster any more
 * @param code why the target refused it, empty text otherwise
 * @param message what the target said
 * @param advice what a person can do about it
 */
public record OperationLine(
    OperationKind kind,
    String section,
    String className,
    String school,
    String schoolName,
    Optional<String> person,
    String personName,
    Optional<String> email,
    Reason reason,
    OperationState state,
    String code,
    String message,
    String advice) {

  /** The seat that the operation is about, as scripts read it; empty text when about none. */
  public String role() {
    return switch (kind) {
      case CREATE_CLASS, CHANGE_OWNER, ADD_TEACHER, REMOVE_TEACHER -> "teacher";
      case ADD_STUDENT, REMOVE_STUDENT -> "student";
      case RESTORE_CLASS, RENAME_CLASS, ARCHIVE_CLASS, DECLINE_CLASS -> "";
    };
  }
}
