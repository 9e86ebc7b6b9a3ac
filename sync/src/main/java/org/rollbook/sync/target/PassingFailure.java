package org.rollbook.sync.target;

import java.time.Duration;
import java.util.Optional;

/** An outside failure that trying again later may cure: 429, 5xx, a lost connection. */
public final class PassingFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> retryAfter;
  private final boolean mayHaveTakenEffect;
  private final boolean unreached;

  /**
   * @param message what happened, without any secret
   * @param retryAfter how long the target asked us to wait
   * @param mayHaveTakenEffect false only when the target surely did nothing (429)
   */
  public PassingFailure(
      String message, Optional<Duration> retryAfter, boolean mayHaveTakenEffect, Throwable cause) {
    this(message, retryAfter, mayHaveTakenEffect, false, cause);
  }

  private PassingFailure(
      String message,
      Optional<Duration> retryAfter,
      boolean mayHaveTakenEffect,
      boolean unreached,
      Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
    this.mayHaveTakenEffect = mayHaveTakenEffect;
    this.unreached = unreached;
  }

  /**
   * Nobody was there to take the call: no such host, connection refused.
   *
   * @param message who did not answer and where
   */
  public static PassingFailure unreached(String message, Throwable cause) {
    return new PassingFailure(message, Optional.empty(), false, true, cause);
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  public boolean mayHaveTakenEffect() {
    return mayHaveTakenEffect;
  }

  /** Whether the call did not even get to the target. */
  public boolean unreached() {
    return unreached;
  }
}
