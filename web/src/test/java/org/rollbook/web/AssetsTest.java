package org.rollbook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class AssetsTest {
  @Test
  void the_style_sheet_is_there_and_kept_as_long_as_told() throws Exception {
    var pico = new Assets(Duration.ofMinutes(10)).pico();

    assertThat(Objects.requireNonNull(pico.getBody()).contentLength()).isGreaterThan(10_000);
    assertThat(pico.getHeaders().getContentType())
        .isEqualTo(MediaType.parseMediaType("text/css;charset=utf-8"));
    assertThat(pico.getHeaders().getCacheControl()).isEqualTo("max-age=600");
  }
}
