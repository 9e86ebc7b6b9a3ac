package org.rollbook.learn.mastery;

/**
 * How well one student has one skill.
 *
 * @param known the probability that they know it, 0 to 1
 * @param answers how many answers that rests on
 */
public record Knowledge(double known, int answers) {
  /** What is said of a skill that a student never answered a question on. */
  public static final Knowledge NONE = new Knowledge(KnowledgeTracing.STANDARD.initial(), 0);

  public Level level() {
    return answers == 0 ? Level.NOT_STARTED : Level.of(known);
  }

  /** The probability in percent; never rounded up into the next level. */
  public int percent() {
    return (int) Math.floor(known * 100);
  }

  Knowledge after(boolean correct) {
    return new Knowledge(KnowledgeTracing.STANDARD.after(known, correct), answers + 1);
  }
}
