package org.rollbook.google.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.HttpHeaders;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private static final String SENT = "Fri, 06 Mar 2026 10:00:00 GMT";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | PT7S",
        "0 | PT0S",
        "Fri, 06 Mar 2026 10:00:30 GMT | PT30S",
        "Fri, 06 Mar 2026 09:59:00 GMT | PT0S",
      })
  void R4_is_seconds_or_a_date_by_the_senders_clock(String value, Duration wait) {
    var headers = new HttpHeaders().setRetryAfter(value).setDate(SENT);
    assertThat(RetryAfter.of(headers)).contains(wait);
  }

  @ParameterizedTest
  @CsvSource({"soon", "-1", "99999999999999999999"})
  void R4_what_cannot_be_read_is_as_if_it_were_not_there(String value) {
    assertThat(RetryAfter.of(new HttpHeaders().setRetryAfter(value).setDate(SENT))).isEmpty();
  }

  @Test
  void R4_nothing_is_asked_for_without_the_header() {
    assertThat(RetryAfter.of(new HttpHeaders())).isEmpty();
    assertThat(RetryAfter.of(null)).isEmpty();
  }
}
