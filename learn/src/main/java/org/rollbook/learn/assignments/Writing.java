package org.rollbook.learn.assignments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a teacher writes.
 *
 * @param due the last day of doing it in time; work handed in later counts as well
 */
record Writing(
    String title, String instructions, Optional<LocalDate> due, List<Question> questions) {
  /** Lengths in UTF-16 units, as browsers count. */
  static final int LONGEST_TITLE = 120;

  static final int LONGEST_INSTRUCTIONS = 4000;
  static final int MOST_QUESTIONS = 50;

  Writing {
    questions = List.copyOf(questions);
  }

  /** The same for another class, which has its own days. */
  Writing withoutDue() {
    return new Writing(title, instructions, Optional.empty(), questions);
  }
}
