package org.rollbook.learn.mastery;

import java.util.List;

/**
 * Bayesian Knowledge Tracing: from one answer to the next, how likely it is that a student knows a
 * skill. The rule is the one of Corbett and Anderson, “Knowledge tracing: Modeling the acquisition
 * of procedural knowledge”, User Modeling and User-Adapted Interaction 4 (1995), 253–278: first
 * Bayes' rule on the answer, then the chance that the skill was learnt by answering.
 *
 * <p>The order of the answers matters; who replays them in their order gets the same value.
 *
 * @param initial P(L0): that the skill is known before the first answer
 * @param transition P(T): that it becomes known by answering, once
 * @param slip P(S): that who knows it answers wrong
 * @param guess P(G): that who does not know it answers right
 */
public record KnowledgeTracing(double initial, double transition, double slip, double guess) {
  /**
   * The same for all skills, for there are no answers yet to fit them to. Guess: one of four
   * choices, the usual number. Slip: a tenth; both stay within the bounds of 0.3 and 0.1 that
   * Baker, Corbett and Aleven (“More accurate student modeling through contextual estimation of
   * slip and guess probabilities”, ITS 2008) name, beyond which the model no longer means
   * knowledge. Transition: a tenth, so that practice counts and does not outweigh the answers.
   * Initial: a fifth, so that levels are earned: from nothing, mastery takes four right answers in
   * a row.
   */
  public static final KnowledgeTracing STANDARD = new KnowledgeTracing(0.2, 0.1, 0.1, 0.25);

  public KnowledgeTracing {
    requireProbability(initial);
    requireProbability(transition);
    requireProbability(slip);
    requireProbability(guess);
    if (slip + guess >= 1) {
      // Else a right answer would speak against knowing.
      throw new IllegalArgumentException("slip and guess are 1 or more together");
    }
  }

  private static void requireProbability(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(value + " is no probability");
    }
  }

  /**
   * The probability after one more answer.
   *
   * @param known the probability before it
   */
  public double after(double known, boolean correct) {
    double ifKnown = known * (correct ? 1 - slip : slip);
    double ifNot = (1 - known) * (correct ? guess : 1 - guess);
    double given = ifKnown + ifNot == 0 ? known : ifKnown / (ifKnown + ifNot);
    return given + (1 - given) * transition;
  }

  /** The probability after these answers, from the first to the last. */
  public double after(List<Boolean> answers) {
    double known = initial;
    for (boolean correct : answers) {
      known = after(known, correct);
    }
    return known;
  }
}
