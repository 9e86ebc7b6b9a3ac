package org.rollbook.learn.importing;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.rollbook.sources.cleverapi.CleverException;

/** Says what went wrong so that a teacher can do something about it. */
final class Failures {
  private static final String AGAIN = " Nothing was taken away. Try again in a few minutes.";
  private final String support;

  /**
   * @param support where Learn's own people are reached
   */
  Failures(String support) {
    this.support = support;
  }

  /** The failure for people, from what was stored of it. */
  Failure stored(String code, String says) {
    return new Failure(code, says, contact(FailureCode.valueOf(code)));
  }

  Failure of(CannotGoOn reason) {
    return stored(reason.code().name(), reason.says());
  }

  private String contact(FailureCode code) {
    return switch (code) {
      case NOT_CONNECTED, NOT_SHARED -> "your district's Clever administrator";
      case CLEVER_UNREACHABLE, CLEVER_BUSY, CLEVER_ANSWER, CLASS_TOO_LARGE, INTERRUPTED, INTERNAL ->
          support;
    };
  }

  /** What an exception of a call means. Its message names the call, and is not for teachers. */
  static CannotGoOn meaning(IOException fault) {
    return switch (fault) {
      case CleverException clever -> meaning(clever);
      case InterruptedIOException _ -> interrupted();
      default -> unreachable();
    };
  }

  private static CannotGoOn meaning(CleverException fault) {
    return switch (fault) {
      case CleverException.Unavailable _ -> unreachable();
      case CleverException.Limited _ ->
          new CannotGoOn(
              FailureCode.CLEVER_BUSY, "Clever is too busy to answer at the moment." + AGAIN);
      case CleverException.Unauthorised _ -> notConnected();
      case CleverException.NotFound _ -> answer("did not find what it should have");
      case CleverException.BadRequest _ -> answer("refused to answer");
      case CleverException.TooLarge _ -> answer("sent more than Learn can take at once");
      case CleverException.Unsupported _ -> answer("does not offer what Learn needs");
      case CleverException.NotJson _ -> answer("answered with a page instead of data");
      case CleverException.Broken _ -> answer("answered with something that cannot be right");
    };
  }

  static CannotGoOn interrupted() {
    return new CannotGoOn(
        FailureCode.INTERRUPTED,
        "The sync was stopped before it was through. What was done until then stays. Sync once more.");
  }

  static CannotGoOn notConnected() {
    return new CannotGoOn(
        FailureCode.NOT_CONNECTED,
        "Your district lets you sign in to Learn, but does not let Learn read your classes. Your"
            + " classes here stay as they are.");
  }

  static CannotGoOn notShared() {
    return new CannotGoOn(
        FailureCode.NOT_SHARED,
        "Your district shares you with Learn for signing in only. Ask that you and your sections are"
            + " shared too. Your classes here stay as they are.");
  }

  static CannotGoOn internal() {
    return new CannotGoOn(
        FailureCode.INTERNAL, "Something went wrong here, and not at Clever. Nothing was lost.");
  }

  private static CannotGoOn unreachable() {
    return new CannotGoOn(
        FailureCode.CLEVER_UNREACHABLE, "Clever does not answer at the moment." + AGAIN);
  }

  static CannotGoOn answer(String what) {
    return new CannotGoOn(
        FailureCode.CLEVER_ANSWER,
        "Clever %s. Nothing was taken away. If it happens again, tell us.".formatted(what));
  }
}
