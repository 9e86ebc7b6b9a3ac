package org.rollbook.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** What is told of something long where nobody watches: a line now and then. */
final class ActivityTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Activity activity = new Activity(new Console(out, err, false), "");

  private String[] told() {
    assertThat(out.toString(UTF_8)).isEmpty();
    return err.toString(UTF_8).split("\n");
  }

  @Test
  void many_are_told_of_in_quarters() {
    activity.begin("operations", 10_000);
    for (int thousand = 0; thousand < 10; thousand++) {
      activity.advance(1_000);
    }
    activity.close();

    assertThat(told())
        .containsExactly(
            "10,000 operations …",
            "  30 % (3,000)",
            "  50 % (5,000)",
            "  80 % (8,000)",
            "  100 % (10,000)");
  }

  @Test
  void few_are_not_worth_a_line() {
    activity.begin("imports", 7);
    activity.advance(7);
    activity.close();

    assertThat(told()).containsExactly("7 imports …");
  }

  @Test
  void of_what_nobody_knows_the_amount_each_million_is_told() {
    activity.count("reading the files", "rows");
    for (int portion = 0; portion < 500; portion++) {
      activity.advance(5_000);
    }
    activity.step("applying");
    activity.close();

    assertThat(told())
        .containsExactly(
            "reading the files …", "  1,000,000 rows", "  2,000,000 rows", "applying …");
  }
}
