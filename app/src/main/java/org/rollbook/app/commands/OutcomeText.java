package org.rollbook.app.commands;

import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.sync.runs.OperationOutcome;
import org.rollbook.sync.runs.RunStatus;

/** What has become of operations, in words that say no more than what is. */
final class OutcomeText {
  private final RunStatus status;

  /**
   * @param status of the run: what is not done yet is told as what would be, or as what will be
   */
  OutcomeText(RunStatus status) {
    this.status = status;
  }

  /**
   * So many of a kind for a list of counts: {@code students added}, {@code students not added: …}.
   */
  String counted(OperationKind kind, OperationOutcome outcome, long count) {
    var what = OperationText.whom(kind, count) + " ";
    var done = OperationText.done(kind);
    return what
        + switch (outcome) {
          case DONE -> done;
          case ALREADY -> already(kind);
          case REFUSED -> "not " + done + ": refused";
          case UNANSWERED -> "perhaps " + done + ": no answer";
          case HAND_WAS_THERE -> "not " + done + ": a hand was there";
          case LEFT_OUT -> "not " + done + ": left to the next sync";
          case TO_DO -> toDo(done);
        };
  }

  private static String already(OperationKind kind) {
    return switch (kind) {
      case CREATE_CLASS, ADD_TEACHER, ADD_STUDENT -> "there already";
      case REMOVE_TEACHER, REMOVE_STUDENT -> "gone already";
      case RESTORE_CLASS, RENAME_CLASS, CHANGE_OWNER, ARCHIVE_CLASS, DECLINE_CLASS ->
          OperationText.done(kind) + " already";
    };
  }

  private String toDo(String done) {
    return switch (status) {
      case PLANNED, HELD -> "would be " + done;
      case RUNNING, INCOMPLETE -> "still to be " + done;
      case SUPERSEDED, DISCARDED -> "would have been " + done;
      case DONE, UNCHANGED -> "not " + done;
    };
  }

  /** One operation's outcome, behind what it does: {@code done}. */
  String one(OperationOutcome outcome) {
    return switch (outcome) {
      case DONE -> "done";
      case ALREADY -> "was so already";
      case REFUSED -> "refused";
      case UNANSWERED -> "no answer, may have taken effect";
      case HAND_WAS_THERE -> "not done, a hand was there";
      case LEFT_OUT -> "left to the next sync, since one before it was not done";
      case TO_DO ->
          switch (status) {
            case PLANNED, HELD -> "would be done";
            case RUNNING, INCOMPLETE -> "still to do";
            case SUPERSEDED, DISCARDED, DONE, UNCHANGED -> "not done";
          };
    };
  }
}
