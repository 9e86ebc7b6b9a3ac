package org.rollbook.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ToldProgressTest {
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ToldProgress told = new ToldProgress(new PrintStream(line, true, UTF_8));
  private final List<String> heard = new ArrayList<>();

  private String follow() throws IOException {
    return ToldProgress.follow(
        new BufferedReader(new StringReader(line.toString(UTF_8))),
        new BenchProgress() {
          @Override
          public void begin(String what, long count) {
            heard.add(count + " " + what);
          }

          @Override
          public void advance(long more) {
            heard.add("+" + more);
          }
        });
  }

  @Test
  void few_are_told_one_by_one() throws IOException {
    told.begin("imports", 3);
    told.advance(1);
    told.advance(1);
    told.advance(1);

    assertThat(follow()).isEmpty();
    assertThat(heard).containsExactly("3 imports", "+1", "+1", "+1");
  }

  @Test
  void many_are_told_by_the_hundredth_and_none_is_forgotten() throws IOException {
    told.begin("operations", 1_234_567);
    for (int operation = 0; operation < 1_234_567; operation++) {
      told.advance(1);
    }

    assertThat(follow()).isEmpty();
    assertThat(heard).hasSizeBetween(100, 102);
    assertThat(heard.stream().skip(1).mapToLong(Long::parseLong).sum()).isEqualTo(1_234_567);
  }

  @Test
  void what_is_no_progress_is_kept_for_the_failure() throws IOException {
    line.writeBytes("Terminating due to java.lang.OutOfMemoryError\n".getBytes(UTF_8));

    assertThat(follow()).contains("OutOfMemoryError");
    assertThat(heard).isEmpty();
  }
}
