package org.rollbook.learn.importing;

/** Why a sync, or its work on one class, ends here; told to the teacher. */
final class CannotGoOn extends Exception {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  CannotGoOn(FailureCode code, String says) {
    super(says);
    this.code = code;
  }

  FailureCode code() {
    return code;
  }

  String says() {
    return String.valueOf(getMessage());
  }
}
