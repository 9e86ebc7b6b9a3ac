package org.rollbook.learn.assignments;

import java.util.List;
import java.util.Optional;

/** What counts as right. */
sealed interface RightAnswer {
  /** In words, to be shown to whoever has answered. */
  String says();

  /**
   * One of several.
   *
   * @param choices 2 to 6 texts, no two the same
   * @param right which of them is right, from 0
   */
  record Choice(List<String> choices, int right) implements RightAnswer {
    static final int FEWEST = 2;
    static final int MOST = 6;

    public Choice {
      choices = List.copyOf(choices);
      if (choices.size() < FEWEST
          || choices.size() > MOST
          || right < 0
          || right >= choices.size()) {
        throw new IllegalArgumentException(choices.size() + " choices, right is " + right);
      }
    }

    @Override
    public String says() {
      return choices.get(right);
    }
  }

  /**
   * A number.
   *
   * @param number as the teacher wrote it
   * @param tolerance how far an answer may be off, as the teacher wrote it; not below zero
   */
  record Amount(String number, String tolerance) implements RightAnswer {
    public Amount {
      if (read(number).isEmpty() || read(tolerance).filter(off -> !off.negative()).isEmpty()) {
        throw new IllegalArgumentException("no number, or no tolerance");
      }
    }

    @Override
    public String says() {
      return exact() ? number : "%s, or up to %s more or less".formatted(number, tolerance);
    }

    private boolean exact() {
      return read(tolerance).orElseThrow().numerator().signum() == 0;
    }

    boolean accepts(Quantity answer) {
      return answer.isWithin(read(tolerance).orElseThrow(), read(number).orElseThrow());
    }

    private static Optional<Quantity> read(String text) {
      return NumberReading.of(text) instanceof NumberReading.Understood(var quantity)
          ? Optional.of(quantity)
          : Optional.empty();
    }
  }
}
