package org.rollbook.google.calls;

import com.google.api.client.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long an answer asks us to wait (RFC 9110, 10.2.3: seconds, or a date). */
final class RetryAfter {
  private RetryAfter() {}

  static Optional<Duration> of(@Nullable HttpHeaders headers) {
    return headers == null ? Optional.empty() : of(headers.getRetryAfter(), headers.getDate());
  }

  /**
   * @param date when the answer was made by its sender's clock; a wait until a date is counted from
   *     it, since our own clock may be wrong
   */
  private static Optional<Duration> of(@Nullable String value, @Nullable String date) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return value.chars().allMatch(Character::isDigit)
          ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
          : Optional.ofNullable(date).map(sent -> span(sent, value));
    } catch (DateTimeException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  private static Duration span(String sent, String until) {
    var span = Duration.between(time(sent), time(until));
    return span.isNegative() ? Duration.ZERO : span;
  }

  private static ZonedDateTime time(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
