package org.rollbook.learn.importing;

/** The codes of failures. They are shown and searched for: a code is never renamed. */
public enum FailureCode {
  /** No answer, none in time, or an error of Clever's, also after several attempts. */
  CLEVER_UNREACHABLE,
  /** Clever's rate limit, also after waiting for it. */
  CLEVER_BUSY,
  /** The district's access was taken away, or never given. */
  NOT_CONNECTED,
  /** The teacher is not in what the district shares for classes (L2). */
  NOT_SHARED,
  /** Clever answered with something that cannot be read or cannot be right. */
  CLEVER_ANSWER,
  /** More people in one class than this app takes. */
  CLASS_TOO_LARGE,
  /** The sync was ended from outside before it was through. */
  INTERRUPTED,
  /** A fault of this app. */
  INTERNAL
}
