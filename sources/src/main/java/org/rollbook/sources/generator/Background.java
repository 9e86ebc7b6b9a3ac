package org.rollbook.sources.generator;

import java.util.List;

/**
 * What is known of a student beside name, school and grade. It is rolled from the student's number
 * whenever it is wanted, so that it takes no memory. A change of family name stays inside the group
 * and so changes none of it.
 *
 * <p>Groups of family names: H Hispanic, B Black, A Asian, W White, I American Indian, P Pacific
 * Islander. They make names and the other columns agree more often than not.
 */
record Background(
    String middleName,
    String gender,
    String race,
    boolean hispanic,
    String homeLanguage,
    boolean englishLearner,
    String mealStatus,
    boolean individualPlan,
    int bornAfterDays,
    String street,
    String zip,
    String stateId) {
  private static final List<String> STREETS = Words.under("places.txt", "street");
  private static final List<String> ASIAN_LANGUAGES =
      List.of("Vietnamese", "Chinese", "Korean", "Tagalog", "Hindi", "English");
  private static final List<String> LETTERS =
      List.of("A", "B", "C", "D", "E", "J", "L", "M", "R", "S");

  static Background of(Ground ground, GeneratedStudent student) {
    Dice dice = Dice.of(ground.seed(), Dice.Purpose.BACKGROUND, student.number());
    String group = ground.names().group(student.family());
    boolean typical = dice.percent(85);
    String language = language(typical ? group : "", dice);
    return new Background(
        dice.pick(LETTERS),
        gender(ground.names().gender(student.given()), dice),
        typical ? race(group) : "Two or More Races",
        typical && group.equals("H"),
        language,
        !language.equals("English") && dice.percent(45),
        dice.percent(40) ? "Free" : dice.percent(12) ? "Reduced" : "Paid",
        dice.percent(13),
        dice.below(365),
        dice.between(10, 9899) + " " + dice.pick(STREETS),
        Integer.toString(dice.between(60_001, 60_099)),
        Integer.toString(dice.between(100_000_000, 999_999_999)));
  }

  private static String gender(String usual, Dice dice) {
    int roll = dice.below(200);
    String either = roll % 2 == 0 ? "F" : "M";
    return roll == 0 ? "X" : usual.equals("N") ? either : usual;
  }

  private static String race(String group) {
    return switch (group) {
      case "B" -> "Black or African American";
      case "A" -> "Asian";
      case "I" -> "American Indian";
      case "P" -> "Hawaiian or Other Pacific Islander";
      default -> "Caucasian";
    };
  }

  private static String language(String group, Dice dice) {
    return switch (group) {
      case "H" -> dice.percent(55) ? "Spanish" : "English";
      case "A" -> dice.pick(ASIAN_LANGUAGES);
      default -> "English";
    };
  }
}
