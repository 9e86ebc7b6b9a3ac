package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why the API gave no answer to go on with, after everything that a client can do about it by
 * itself (Clever's page of error messages). Messages name the call, never a token.
 */
public abstract sealed class CleverException extends IOException {
  private static final long serialVersionUID = 1L;

  private CleverException(String message) {
    super(message);
  }

  /** 400 and other refusals of the call itself: asking again changes nothing. */
  public static final class BadRequest extends CleverException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
      super(message);
    }
  }

  /** 401 also after the token was asked for anew: the district took the access away. */
  public static final class Unauthorised extends CleverException {
    private static final long serialVersionUID = 1L;

    Unauthorised(String message) {
      super(message);
    }
  }

  /**
   * 404 to a list. For a single record it is an empty answer instead; a list that is not found must
   * never be read as a list of nobody.
   */
  public static final class NotFound extends CleverException {
    private static final long serialVersionUID = 1L;

    NotFound(String message) {
      super(message);
    }
  }

  /** 413, or a body above our own limit, also with the smallest page. */
  public static final class TooLarge extends CleverException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }

  /** 429, window after window. */
  public static final class Limited extends CleverException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Instant> reset;

    Limited(String message, Optional<Instant> reset) {
      super(message);
      this.reset = reset;
    }

    /** When the next window begins, where the API said so. */
    Optional<Instant> reset() {
      return reset;
    }
  }

  /** 500, 502, 503, 504, no connection, a cut one, or no answer in time: worth asking later. */
  public static final class Unavailable extends CleverException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    Unavailable(String message, Optional<Duration> retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }

    /** How long the API asked to be left alone. */
    Optional<Duration> retryAfter() {
      return retryAfter;
    }
  }

  /** 501: the hub does not offer this. */
  public static final class Unsupported extends CleverException {
    private static final long serialVersionUID = 1L;

    Unsupported(String message) {
      super(message);
    }
  }

  /** Something else than JSON, most often a web page: a wrong address, or a wrong kind of token. */
  public static final class NotJson extends CleverException {
    private static final long serialVersionUID = 1L;

    NotJson(String message) {
      super(message);
    }
  }

  /** JSON that breaks what the API promises: a list without data, without order, without end. */
  public static final class Broken extends CleverException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }
}
