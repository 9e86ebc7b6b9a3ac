package org.rollbook.sync.runs;

import java.util.Optional;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.core.reconcile.Reason;

/**
 * One operation of a run, in the words of the source.
 *
 * @param section the section's source id
 * @param school the school's source id
 * @param person the source id of the person whose seat it is or was; of somebody whom the source
 *     never knew, the account's id; absent when the operation concerns nobody
 * @param personName given and family name, empty text when the source never knew the person
 * @param email the person's address as the roster last had it: another than the account's where
 *     that was replaced or passed on
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
