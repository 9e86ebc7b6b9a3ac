package org.rollbook.learn.assignments;

import java.util.Optional;
import java.util.regex.Pattern;

/** One of the form's own buttons: it changes what the form shows, and saves nothing. */
sealed interface FormAction {
  Pattern OF_A_QUESTION = Pattern.compile("(remove|more|up|down)-(\\d{1,2})");

  /**
   * One more question, at the end.
   *
   * @param choice whether one of several is asked for; else a number
   */
  record Add(boolean choice) implements FormAction {}

  /** One question less. Places are from 0, and may be those of no question. */
  record Remove(int place) implements FormAction {}

  /** Room for one more choice. */
  record MoreChoices(int place) implements FormAction {}

  /** A question takes the place of its neighbour. */
  record Move(int from, int to) implements FormAction {}

  /**
   * @param button its value; absent for the buttons that save
   */
  static Optional<FormAction> of(String button) {
    var parts = OF_A_QUESTION.matcher(button);
    if (parts.matches()) {
      return Optional.of(of(parts.group(1), Integer.parseInt(parts.group(2))));
    }
    return switch (button) {
      case "add-choice" -> Optional.of(new Add(true));
      case "add-number" -> Optional.of(new Add(false));
      default -> Optional.empty();
    };
  }

  private static FormAction of(String what, int place) {
    return switch (what) {
      case "remove" -> new Remove(place);
      case "up" -> new Move(place, place - 1);
      case "down" -> new Move(place, place + 1);
      default -> new MoreChoices(place);
    };
  }
}
