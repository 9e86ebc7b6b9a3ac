package org.rollbook.learn.assignments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A question as it was typed so far, right or not.
 *
 * @param choice whether one of several is asked for; else a number
 * @param right the place of the right choice, from 0; empty text when none is marked
 */
record QuestionForm(
    boolean choice,
    String prompt,
    String skill,
    List<String> choices,
    String right,
    String number,
    String tolerance) {
  private static final int FIRST_SHOWN = 4;

  QuestionForm {
    choices = List.copyOf(choices);
  }

  static QuestionForm emptyChoice(String skill) {
    return new QuestionForm(true, "", skill, List.of("", "", "", ""), "", "", "0");
  }

  static QuestionForm emptyNumber(String skill) {
    return new QuestionForm(false, "", skill, List.of(), "", "", "0");
  }

  static QuestionForm of(Question question) {
    return switch (question.answer()) {
      case RightAnswer.Choice(var choices, int right) -> {
        var shown = new ArrayList<>(choices);
        while (shown.size() < FIRST_SHOWN) {
          shown.add("");
        }
        yield new QuestionForm(
            true,
            question.prompt(),
            question.skill().value(),
            shown,
            Integer.toString(right),
            "",
            "0");
      }
      case RightAnswer.Amount(var number, var tolerance) ->
          new QuestionForm(
              false, question.prompt(), question.skill().value(), List.of(), "", number, tolerance);
    };
  }

  /** Reads the fields whose names begin so. */
  static QuestionForm of(Map<String, String> fields, String prefix) {
    var choices = new ArrayList<String>();
    for (int place = 0; place < RightAnswer.Choice.MOST; place++) {
      var choice = fields.get(prefix + "choice" + place);
      if (choice != null) {
        choices.add(Typed.line(choice));
      }
    }
    return new QuestionForm(
        "choice".equals(fields.get(prefix + "kind")),
        Typed.text(fields.getOrDefault(prefix + "prompt", "")),
        fields.getOrDefault(prefix + "skill", ""),
        choices,
        fields.getOrDefault(prefix + "right", ""),
        Typed.line(fields.getOrDefault(prefix + "number", "")),
        Typed.line(fields.getOrDefault(prefix + "tolerance", "")));
  }

  /** With room for one more choice, if there may be one more. */
  QuestionForm withMoreChoices() {
    var more = new ArrayList<>(choices);
    if (mayHaveMore()) {
      more.add("");
    }
    return new QuestionForm(choice, prompt, skill, more, right, number, tolerance);
  }

  boolean mayHaveMore() {
    return choices.size() < RightAnswer.Choice.MOST;
  }
}
