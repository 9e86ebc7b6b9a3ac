package org.rollbook.learn.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberReadingTest {
  private static boolean judged(String right, String tolerance, String typed) {
    return Judgement.of(new RightAnswer.Amount(right, tolerance), typed)
            instanceof Judgement.Judged(var answer, boolean correct)
        && correct;
  }

  @Test
  void theSameNumberIsRightHoweverItIsWritten() {
    assertThat(
            List.of("0.5", ".5", "1/2", "2/4", "0,5", ",5", " 0.50 ", "½", "+0.5", "1 / 2", "1⁄2"))
        .allMatch(typed -> judged("1/2", "0", typed));
    assertThat(List.of("1 1/2", "1.5", "1,5", "3/2", "1½", "1  1/2", "１.５"))
        .allMatch(typed -> judged("1.5", "0", typed));
    assertThat(List.of("-3", "−3", "–3", "- 3", "－3", "-3.0", "-6/2", "‑3"))
        .allMatch(typed -> judged("-3", "0", typed));
    assertThat(List.of("-1 1/2", "−1.5", "-1½")).allMatch(typed -> judged("-1.5", "0", typed));
    assertThat(List.of("1234567", "1,234,567", "1234567."))
        .allMatch(typed -> judged("1234567", "0", typed));
  }

  @Test
  void aThirdIsAThirdAndNotNearlyOne() {
    assertThat(judged("1/3", "0", "2/6")).isTrue();
    assertThat(judged("1/3", "0", "0.3333333333")).isFalse();
    assertThat(judged("1/3", "0.01", "0.33")).isTrue();
  }

  @Test
  void theToleranceIncludesItsEnds() {
    assertThat(judged("3.14", "0.01", "3.15")).isTrue();
    assertThat(judged("3.14", "0.01", "3.13")).isTrue();
    assertThat(judged("3.14", "0.01", "3.1501")).isFalse();
    assertThat(judged("-2", "1/2", "-1.5")).isTrue();
  }

  @Test
  void whatIsNoNumberIsAskedForAgainAndNeverJudged() {
    assertThat(
            List.of(
                "",
                " ",
                "five",
                "5 cm",
                "1/0",
                "1 2",
                "--1",
                "1e9",
                "0x10",
                "NaN",
                ".",
                "1/2/3",
                "1,00,0",
                "9".repeat(41),
                "\0"))
        .allMatch(typed ->
            Judgement.of(new RightAnswer.Amount("1", "0"), typed)
                instanceof Judgement.NotUnderstood);
  }

  /** A thousand in one country, one in another: nobody is marked wrong for it. */
  @Test
  void aCommaThatCanBeReadInTwoWaysIsAskedForAgain() {
    assertThat(NumberReading.of("1,000"))
        .isEqualTo(
            new NumberReading.NotUnderstood("1,000 can be read in two ways: write 1000 or 1.000."));
    assertThat(judged("0.125", "0", "0,125")).isTrue();
    assertThat(judged("1000.5", "0", "1,000.5")).isTrue();
  }
}
