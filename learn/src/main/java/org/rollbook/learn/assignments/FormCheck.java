package org.rollbook.learn.assignments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.rollbook.learn.mastery.SkillId;
import org.rollbook.learn.mastery.Skills;

/** Makes an assignment of what was typed, or says beside each field what is wrong. */
final class FormCheck {
  /** Days beyond are slips of the keyboard. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 2199;

  private final Skills skills;
  private final AssignmentForm form;
  private final Errors errors = new Errors();

  private FormCheck(Skills skills, AssignmentForm form) {
    this.skills = skills;
    this.form = form;
  }

  /** What came of it: the writing, or the form with what is wrong in it. */
  sealed interface Checked {
    record Right(Writing writing) implements Checked {}

    record Wrong(AssignmentForm form) implements Checked {}
  }

  static Checked check(Skills skills, AssignmentForm form) {
    return new FormCheck(skills, form).checked();
  }

  private Checked checked() {
    errors.checkText("title", form.title(), Writing.LONGEST_TITLE, "Give it a title.");
    errors.checkText("instructions", form.instructions(), Writing.LONGEST_INSTRUCTIONS, "");
    var due = due();
    var questions = new ArrayList<Question>();
    for (int place = 0; place < form.questions().size(); place++) {
      question(AssignmentForm.prefix(place), form.questions().get(place)).ifPresent(questions::add);
    }
    return errors.isEmpty()
        ? new Checked.Right(new Writing(form.title(), form.instructions(), due, questions))
        : new Checked.Wrong(form.with(errors.all()));
  }

  private Optional<LocalDate> due() {
    if (form.due().isEmpty()) {
      return Optional.empty();
    }
    try {
      var day = LocalDate.parse(form.due());
      if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
        errors.add("due", "Choose a day of this school year, or leave it empty.");
      }
      return Optional.of(day);
    } catch (DateTimeException notOne) {
      errors.add("due", "Choose a day, or leave it empty.");
      return Optional.empty();
    }
  }

  private Optional<Question> question(String prefix, QuestionForm typed) {
    errors.checkText(
        prefix + "prompt", typed.prompt(), Question.LONGEST_PROMPT, "Write the question.");
    var answer = typed.choice() ? choice(prefix, typed) : amount(prefix, typed);
    var skill =
        typed.skill().isBlank() ? Optional.<SkillId>empty() : known(new SkillId(typed.skill()));
    if (skill.isEmpty()) {
      errors.add(prefix + "skill", "Choose the skill that it asks for.");
    }
    return skill.flatMap(id -> answer.map(right -> new Question(typed.prompt(), id, right)));
  }

  private Optional<SkillId> known(SkillId id) {
    return skills.find(id).map(skill -> skill.id());
  }

  /** Choices that were left empty are left out. */
  private Optional<RightAnswer> choice(String prefix, QuestionForm typed) {
    var kept = new ArrayList<String>();
    int right = -1;
    var seen = new HashSet<String>();
    for (int place = 0; place < typed.choices().size(); place++) {
      var text = typed.choices().get(place);
      var field = prefix + "choice" + place;
      errors.checkText(field, text, Question.LONGEST_CHOICE, "");
      if (!text.isEmpty() && !seen.add(text)) {
        errors.add(field, "This choice is there twice.");
      }
      if (typed.right().equals(Integer.toString(place))) {
        right = kept.size();
        errors.checkText(field, text, Question.LONGEST_CHOICE, "The right choice is empty.");
      }
      if (!text.isEmpty()) {
        kept.add(text);
      }
    }
    return choice(prefix, kept, right);
  }

  private Optional<RightAnswer> choice(String prefix, List<String> kept, int right) {
    if (kept.size() < RightAnswer.Choice.FEWEST) {
      errors.add(prefix + "choice" + kept.size(), "Write at least two choices.");
    } else if (right < 0) {
      errors.add(prefix + "right0", "Mark the choice that is right.");
    }
    return errors.isEmpty() ? Optional.of(new RightAnswer.Choice(kept, right)) : Optional.empty();
  }

  private Optional<RightAnswer> amount(String prefix, QuestionForm typed) {
    var tolerance = typed.tolerance().isEmpty() ? "0" : typed.tolerance();
    number(prefix + "number", typed.number());
    number(prefix + "tolerance", tolerance)
        .filter(Quantity::negative)
        .ifPresent(below -> errors.add(prefix + "tolerance", "Write 0 or more."));
    return errors.has(prefix + "number") || errors.has(prefix + "tolerance")
        ? Optional.empty()
        : Optional.of(new RightAnswer.Amount(typed.number(), tolerance));
  }

  private Optional<Quantity> number(String field, String typed) {
    return switch (NumberReading.of(typed)) {
      case NumberReading.Understood(var quantity) -> Optional.of(quantity);
      case NumberReading.NotUnderstood(var says) -> {
        errors.add(field, says);
        yield Optional.empty();
      }
    };
  }
}
