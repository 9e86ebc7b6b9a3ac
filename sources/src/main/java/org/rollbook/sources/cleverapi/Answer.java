package org.rollbook.sources.cleverapi;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** An answer that arrived whole, unpacked. */
final class Answer {
  private static final String RESET = "X-RateLimit-Reset";

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  Answer(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** The kind of body as the header says. */
  Optional<String> type() {
    return headers.firstValue("Content-Type");
  }

  /**
   * The body; anything but success is thrown as what it means.
   *
   * @param secret what no message may show, should the answer repeat it
   */
  byte[] body(String call, String secret) throws CleverException {
    if (status >= 200 && status < 300) {
      return body;
    }
    String said = ErrorBody.sentence(body, secret);
    throw fault(call + " was answered with " + status + said);
  }

  private CleverException fault(String message) {
    return switch (status) {
      // A page of whatever stands in between says nothing about records: it must not delete any.
      case 404 ->
          ErrorBody.isJson(body)
              ? new CleverException.NotFound(message)
              : new CleverException.NotJson(message);
      case 401 -> new CleverException.Unauthorised(message);
      case 413 -> new CleverException.TooLarge(message);
      case 429 -> new CleverException.Limited(message, reset());
      case 501 -> new CleverException.Unsupported(message);
      case 408 -> new CleverException.Unavailable(message, retryAfter());
      default ->
          status >= 500
              ? new CleverException.Unavailable(message, retryAfter())
              : otherFault(message);
    };
  }

  /** Redirects lead to pages for people; what is left is a refusal. */
  private CleverException otherFault(String message) {
    return status < 400
        ? new CleverException.NotJson(message)
        : new CleverException.BadRequest(message);
  }

  /** When the window of the rate limit ends: Unix time in seconds (Clever's page on limits). */
  Optional<Instant> reset() {
    return number(RESET).flatMap(Answer::instant);
  }

  private static Optional<Instant> instant(long seconds) {
    try {
      return Optional.of(Instant.ofEpochSecond(seconds));
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }

  /** Calls left in this window, where the API says so. */
  Optional<Long> remaining() {
    return number("X-RateLimit-Remaining");
  }

  /** Seconds; the form with a date is not used by this API and is left unread. */
  private Optional<Duration> retryAfter() {
    return number("Retry-After").filter(seconds -> seconds >= 0).map(Duration::ofSeconds);
  }

  private Optional<Long> number(String header) {
    try {
      return headers.firstValue(header).map(String::strip).map(Long::valueOf);
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  /** Whether the body claims to be JSON; hubs that claim nothing are believed. */
  boolean isJson() {
    return type().map(type -> type.toLowerCase(Locale.ROOT).contains("json")).orElse(true);
  }
}
