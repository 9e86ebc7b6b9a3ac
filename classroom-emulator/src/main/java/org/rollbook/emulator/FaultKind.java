package org.rollbook.emulator;

import java.util.Optional;

/** What can go wrong with a call. */
public enum FaultKind {
  /** 429 in the words of a used-up quota; nothing takes effect. */
  TOO_MANY_REQUESTS("429"),
  /** 500; nothing takes effect. */
  INTERNAL("500"),
  /** 503; nothing takes effect. */
  UNAVAILABLE("503"),
  /** The connection is closed before anything takes effect. */
  LOST_REQUEST("lostRequest"),
  /** The call takes effect, then the connection is closed without an answer. */
  LOST_REPLY("lostReply"),
  /** The call takes effect, but 500 is answered, as seen in bursts of course creation. */
  ERROR_AFTER_EFFECT("errorAfterEffect");

  private final String word;

  FaultKind(String word) {
    this.word = word;
  }

  /** Its name in JSON. */
  public String word() {
    return word;
  }

  static Optional<FaultKind> of(String word) {
    for (FaultKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
