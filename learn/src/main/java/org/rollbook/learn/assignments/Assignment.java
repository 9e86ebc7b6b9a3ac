package org.rollbook.learn.assignments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rollbook.learn.classes.ClassId;

/**
 * An assignment of one class. It stays with that class for good (L8).
 *
 * @param due the last day of doing it in time
 * @param published whether students see it
 * @param answered whether a student has answered a question of it: then the questions are fixed
 */
record Assignment(
    AssignmentId id,
    ClassId classId,
    String title,
    String instructions,
    Optional<LocalDate> due,
    boolean published,
    boolean answered,
    List<AskedQuestion> questions) {
  Assignment {
    questions = List.copyOf(questions);
  }

  Optional<AskedQuestion> question(int position) {
    return questions.stream().filter(asked -> asked.position() == position).findFirst();
  }

  /** What its teacher wrote. */
  Writing writing() {
    return new Writing(
        title, instructions, due, questions.stream().map(AskedQuestion::question).toList());
  }
}
