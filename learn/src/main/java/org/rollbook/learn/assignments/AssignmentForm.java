package org.rollbook.learn.assignments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * An assignment as it was typed so far, right or not.
 *
 * @param once chosen when the form was first shown: sent twice, it makes one assignment
 * @param errors what is wrong, by the name of the field, in the order of the fields
 * @param focus the field to begin at; empty text for none
 */
record AssignmentForm(
    String once,
    String title,
    String instructions,
    String due,
    List<QuestionForm> questions,
    SequencedMap<String, String> errors,
    String focus) {
  AssignmentForm {
    questions = List.copyOf(questions);
  }

  static AssignmentForm empty() {
    return new AssignmentForm(
        UUID.randomUUID().toString(), "", "", "", List.of(), Errors.none(), "title");
  }

  static AssignmentForm of(Writing writing) {
    return new AssignmentForm(
        UUID.randomUUID().toString(),
        writing.title(),
        writing.instructions(),
        writing.due().map(Object::toString).orElse(""),
        writing.questions().stream().map(QuestionForm::of).toList(),
        Errors.none(),
        "");
  }

  /** Reads what a browser sent; whatever is missing is empty. */
  static AssignmentForm of(Map<String, String> fields) {
    var questions = new ArrayList<QuestionForm>();
    for (int place = 0; place < Writing.MOST_QUESTIONS; place++) {
      if (fields.containsKey(prefix(place) + "kind")) {
        questions.add(QuestionForm.of(fields, prefix(place)));
      }
    }
    return new AssignmentForm(
        fields.getOrDefault("once", ""),
        Typed.line(fields.getOrDefault("title", "")),
        Typed.text(fields.getOrDefault("instructions", "")),
        fields.getOrDefault("due", "").strip(),
        questions,
        Errors.none(),
        "");
  }

  /** How the names of a question's fields begin. */
  static String prefix(int place) {
    return "q" + (place + 1) + "-";
  }

  /** The form after one of its own buttons: a question more or less, a choice more. */
  AssignmentForm after(String action) {
    var changed = new ArrayList<>(questions);
    String then = "";
    if (action.startsWith("add-") && changed.size() < Writing.MOST_QUESTIONS) {
      var skill = changed.isEmpty() ? "" : changed.getLast().skill();
      changed.add(
          action.equals("add-number")
              ? QuestionForm.emptyNumber(skill)
              : QuestionForm.emptyChoice(skill));
      then = prefix(changed.size() - 1) + "prompt";
    }
    int place = place(action);
    if (place >= 0 && action.startsWith("remove-")) {
      changed.remove(place);
      then = changed.isEmpty() ? "title" : prefix(Math.max(0, place - 1)) + "prompt";
    } else if (place >= 0 && action.startsWith("more-")) {
      changed.set(place, changed.get(place).withMoreChoices());
      then = prefix(place) + "choice" + (changed.get(place).choices().size() - 1);
    }
    return new AssignmentForm(once, title, instructions, due, changed, Errors.none(), then);
  }

  /** The question that a button belongs to; -1 when it belongs to none. */
  private int place(String action) {
    for (int place = 0; place < questions.size(); place++) {
      if (action.endsWith("-" + place)) {
        return place;
      }
    }
    return -1;
  }

  /** The same with the first field to begin at. */
  AssignmentForm atTitle() {
    return new AssignmentForm(once, title, instructions, due, questions, errors, "title");
  }

  AssignmentForm with(List<QuestionForm> others) {
    return new AssignmentForm(once, title, instructions, due, others, errors, focus);
  }

  /** The same with one thing that is wrong. */
  AssignmentForm wrong(String field, String says) {
    var one = new Errors();
    one.add(field, says);
    return with(one.all());
  }

  AssignmentForm with(SequencedMap<String, String> found) {
    return new AssignmentForm(once, title, instructions, due, questions, found, "");
  }

  /** What is wrong with a field; empty text when nothing is. */
  String error(String field) {
    return errors.getOrDefault(field, "");
  }

  boolean mayHaveMore() {
    return questions.size() < Writing.MOST_QUESTIONS;
  }
}
