package org.rollbook.learn.assignments;

/** Whether what a student answered is right. */
sealed interface Judgement {
  /**
   * It is right or wrong.
   *
   * @param answer what to keep: the text of the choice, or the number as it was typed
   */
  record Judged(String answer, boolean correct) implements Judgement {}

  /**
   * It is neither, so it is asked for again.
   *
   * @param says why, and what to do
   */
  record NotUnderstood(String says) implements Judgement {}

  /**
   * Compares.
   *
   * @param typed the place of a choice, from 0, or a number
   */
  static Judgement of(RightAnswer right, String typed) {
    return switch (right) {
      case RightAnswer.Choice choice -> choice(choice, typed);
      case RightAnswer.Amount amount ->
          switch (NumberReading.of(typed)) {
            case NumberReading.Understood(var quantity) ->
                new Judged(typed.strip(), amount.accepts(quantity));
            case NumberReading.NotUnderstood(var says) -> new NotUnderstood(says);
          };
    };
  }

  private static Judgement choice(RightAnswer.Choice choice, String typed) {
    for (int place = 0; place < choice.choices().size(); place++) {
      if (typed.equals(Integer.toString(place))) {
        return new Judged(choice.choices().get(place), place == choice.right());
      }
    }
    return new NotUnderstood("Choose one of the answers.");
  }
}
