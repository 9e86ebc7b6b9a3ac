package org.rollbook.learn.mastery;

/**
 * A skill's name in the catalogue, such as {@code maths.fractions.add}. It never changes.
 *
 * @param value never blank
 */
public record SkillId(String value) {
  public SkillId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("skill id is blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
