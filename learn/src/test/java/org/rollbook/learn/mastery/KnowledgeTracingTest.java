package org.rollbook.learn.mastery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnowledgeTracingTest {
  private static final KnowledgeTracing RULE = KnowledgeTracing.STANDARD;

  /** By hand: 0.2·0.9 = 0.18; 0.8·0.25 = 0.2; 0.18/0.38 = 0.473684; + 0.1·0.526316 = 0.526316. */
  @Test
  void aRightAnswerIsWeighedByBayesAndThenLearningIsAdded() {
    assertThat(RULE.after(0.2, true)).isCloseTo(0.5263157894736842, within(1e-12));
  }

  /** By hand: 0.2·0.1 = 0.02; 0.8·0.75 = 0.6; 0.02/0.62 = 0.032258; + 0.1·0.967742 = 0.129032. */
  @Test
  void aWrongAnswerIsWeighedByBayesAndThenLearningIsAdded() {
    assertThat(RULE.after(0.2, false)).isCloseTo(0.12903225806451613, within(1e-12));
  }

  /**
   * By hand, with fractions: 1/5 → 10/19 → (10/19·0.9)/(10/19·0.9 + 9/19·0.25) = 9/11.25 = 0.8,
   * then 0.82; 0.738/0.783 → 0.948276; 0.853448/0.866379 → 0.986567.
   */
  @Test
  void fourRightAnswersInARowAreMasteryAndThreeAreNot() {
    assertThat(RULE.after(List.of(true, true))).isCloseTo(0.82, within(1e-12));
    assertThat(RULE.after(List.of(true, true, true))).isCloseTo(0.9482758620689655, within(1e-9));
    assertThat(Level.of(RULE.after(Collections.nCopies(3, true)))).isEqualTo(Level.PROFICIENT);
    assertThat(RULE.after(Collections.nCopies(4, true))).isCloseTo(0.98656716, within(1e-7));
    assertThat(Level.of(RULE.after(Collections.nCopies(4, true)))).isEqualTo(Level.MASTERED);
  }

  @Test
  void levelsBeginAtTheirThresholds() {
    assertThat(List.of(0.0, 0.3999, 0.4, 0.6999, 0.7, 0.9499, 0.95, 1.0))
        .extracting(Level::of)
        .containsExactly(
            Level.BEGINNING,
            Level.BEGINNING,
            Level.DEVELOPING,
            Level.DEVELOPING,
            Level.PROFICIENT,
            Level.PROFICIENT,
            Level.MASTERED,
            Level.MASTERED);
    assertThat(Knowledge.NONE.level()).isEqualTo(Level.NOT_STARTED);
  }

  @Test
  void theOrderOfTheAnswersMatters() {
    assertThat(RULE.after(List.of(true, false))).isLessThan(RULE.after(List.of(false, true)));
  }

  /** Whatever is answered: a probability, and never less for a right answer than a wrong one. */
  @Test
  void whateverIsAnsweredTheValueStaysAProbability() {
    var random = new Random(4);
    for (int history = 0; history < 2_000; history++) {
      double known = random.nextDouble();
      for (int answer = 0; answer < 50; answer++) {
        assertThat(RULE.after(known, true)).isGreaterThanOrEqualTo(RULE.after(known, false));
        known = RULE.after(known, random.nextBoolean());
        assertThat(known).isBetween(0.0, 1.0);
      }
    }
    assertThat(RULE.after(1, false)).isEqualTo(1);
    assertThat(RULE.after(0, true)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void parametersThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new KnowledgeTracing(0.2, 0.1, 0.6, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KnowledgeTracing(1.2, 0.1, 0.1, 0.2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
