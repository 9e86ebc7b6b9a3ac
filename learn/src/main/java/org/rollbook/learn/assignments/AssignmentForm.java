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

  /** The form after one of its own buttons; one for a question that is not there does nothing. */
  AssignmentForm after(FormAction action) {
    return switch (action) {
      case FormAction.Add(boolean choice) -> added(choice);
      case FormAction.Remove(int place) -> isThere(place) ? without(place) : asking(questions, "");
      case FormAction.MoreChoices(int place) ->
          isThere(place) ? withMoreChoices(place) : asking(questions, "");
      case FormAction.Move(int from, int to) ->
          isThere(from) && isThere(to) ? moved(from, to) : asking(questions, "");
    };
  }

  private boolean isThere(int place) {
    return place >= 0 && place < questions.size();
  }

  private AssignmentForm added(boolean choice) {
    if (!mayHaveMore()) {
      return asking(questions, "");
    }
    var skill = questions.isEmpty() ? "" : questions.getLast().skill();
    var changed = new ArrayList<>(questions);
    changed.add(choice ? QuestionForm.emptyChoice(skill) : QuestionForm.emptyNumber(skill));
    return asking(changed, prefix(changed.size() - 1) + "prompt");
  }

  private AssignmentForm without(int place) {
    var changed = new ArrayList<>(questions);
    changed.remove(place);
    return asking(changed, changed.isEmpty() ? "title" : prefix(Math.max(0, place - 1)) + "prompt");
  }

  private AssignmentForm withMoreChoices(int place) {
    var changed = new ArrayList<>(questions);
    var more = changed.get(place).withMoreChoices();
    changed.set(place, more);
    return asking(changed, prefix(place) + "choice" + (more.choices().size() - 1));
  }

  /**
   * The button that was pressed goes along, so that it can be pressed again; at an end, the other.
   */
  private AssignmentForm moved(int from, int to) {
    var changed = new ArrayList<>(questions);
    changed.add(to, changed.remove(from));
    boolean up = to == changed.size() - 1 || (to < from && to > 0);
    return asking(changed, prefix(to) + (up ? "up" : "down"));
  }

  private AssignmentForm asking(List<QuestionForm> changed, String then) {
    return new AssignmentForm(once, title, instructions, due, changed, Errors.none(), then);
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
