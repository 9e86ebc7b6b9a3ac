package org.rollbook.learn.assignments;

import java.util.Map;
import java.util.regex.Pattern;

/** What the fields of the form are called, for the list of what is wrong. */
final class FieldNames {
  private static final Pattern OF_A_QUESTION = Pattern.compile("q(\\d+)-([a-z]+)(\\d*)");

  private static final Map<String, String> NAMES =
      Map.of(
          "assignment", "This assignment",
          "title", "Title",
          "instructions", "Instructions",
          "due", "Due date",
          "questions", "Questions",
          "prompt", "what is asked",
          "skill", "skill",
          "right", "choices",
          "number", "right answer",
          "tolerance", "may be off by");

  private FieldNames() {}

  /** In words, such as “Question 2, choice 3”. */
  static String of(String field) {
    var parts = OF_A_QUESTION.matcher(field);
    if (!parts.matches()) {
      return NAMES.getOrDefault(field, field);
    }
    var name =
        parts.group(2).equals("choice")
            ? "choice " + (Integer.parseInt(parts.group(3)) + 1)
            : NAMES.getOrDefault(parts.group(2), parts.group(2));
    return "Question %s, %s".formatted(parts.group(1), name);
  }
}
