package org.rollbook.learn.mastery;

/**
 * How well a student has a skill, in words. The thresholds are probabilities of knowing it. Mastery
 * begins at 0.95, the criterion of Corbett and Anderson (1995); the others divide what is below so
 * that, from nothing, one right answer is Developing, and two are Proficient.
 */
public enum Level {
  NOT_STARTED("Not started", "no question answered yet", "level-0"),
  BEGINNING("Beginning", "less than 40 %", "level-1"),
  DEVELOPING("Developing", "40 % or more", "level-2"),
  PROFICIENT("Proficient", "70 % or more", "level-3"),
  MASTERED("Mastered", "95 % or more", "level-4");

  private static final double DEVELOPS = 0.40;
  private static final double IS_PROFICIENT = 0.70;
  private static final double MASTERS = 0.95;

  private final String title;
  private final String means;
  private final String style;

  Level(String title, String means, String style) {
    this.title = title;
    this.means = means;
    this.style = style;
  }

  /**
   * The level of a student who has answered.
   *
   * @param known the probability that they know the skill
   */
  public static Level of(double known) {
    if (known >= MASTERS) {
      return MASTERED;
    }
    if (known >= IS_PROFICIENT) {
      return PROFICIENT;
    }
    return known >= DEVELOPS ? DEVELOPING : BEGINNING;
  }

  public String title() {
    return title;
  }

  /** The probability of knowing that it stands for, in words. */
  public String means() {
    return means;
  }

  /** Its name in the style sheet. */
  public String style() {
    return style;
  }
}
