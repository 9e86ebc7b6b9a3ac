package org.rollbook.sources.cleverapi;

import org.rollbook.sources.Finding;

/** What a person at the school is told when a district could not be pulled. */
final class PullRefusal {
  private static final String KEPT = " Nothing is imported and the roster stays as it was; ";

  private PullRefusal() {}

  static Finding of(CleverException fault) {
    return switch (fault) {
      case CleverException.Unauthorised f ->
          finding(
              "CLEVER_DISCONNECTED",
              "The district does not (any more) share its roster over the Clever API",
              f,
              "please look at the connection in the district's Clever account.");
      case CleverException.Unavailable f -> later("CLEVER_UNAVAILABLE", f);
      case CleverException.Limited f -> later("CLEVER_RATE_LIMIT", f);
      case CleverException.TooLarge f -> faulty("CLEVER_ANSWER_TOO_LARGE", f);
      case CleverException.NotJson f ->
          finding(
              "CLEVER_NOT_JSON",
              "The Clever API answered with something else than data",
              f,
              "please check its address and that the token is the district's.");
      case CleverException.BadRequest f -> faulty("CLEVER_BAD_REQUEST", f);
      case CleverException.NotFound f -> faulty("CLEVER_NOT_FOUND", f);
      case CleverException.Unsupported f -> faulty("CLEVER_UNSUPPORTED", f);
      case CleverException.Broken f -> faulty("CLEVER_BROKEN_LIST", f);
    };
  }

  private static Finding later(String code, CleverException fault) {
    return finding(
        code,
        "The Clever API could not be read to the end",
        fault,
        "the next sync tries again, nothing needs to be done.");
  }

  private static Finding faulty(String code, CleverException fault) {
    return finding(
        code,
        "The Clever API did not answer as it should",
        fault,
        "please tell whoever runs it if this goes on.");
  }

  static Finding changing(int attempts) {
    return finding(
        "CLEVER_CHANGING",
        "The district changed while it was being read, %d times in a row.".formatted(attempts)
            + KEPT
            + "the next sync tries again, nothing needs to be done.");
  }

  static Finding nothingShared() {
    return finding(
        "CLEVER_NOTHING_SHARED",
        "The district shares nothing at all over the Clever API, not even a school."
            + KEPT
            + "please choose in the district's Clever account what is shared.");
  }

  private static Finding finding(String code, String what, CleverException fault, String next) {
    return finding(code, "%s (%s).".formatted(what, fault.getMessage()) + KEPT + next);
  }

  private static Finding finding(String code, String message) {
    return new Finding("Clever API", 0, "", code, message);
  }
}
