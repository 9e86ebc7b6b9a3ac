package org.rollbook.learn.mastery;

import java.util.List;
import java.util.Map;
import org.rollbook.learn.pages.Excerpt;
import org.rollbook.learn.people.Person;

/**
 * How well the students of a class have the skills that matter to it.
 *
 * @param subjects the skills shown, by subject
 * @param rows a part of the class
 */
record MasteryGrid(Map<String, List<Skill>> subjects, Excerpt<Row> rows) {
  /**
   * One student.
   *
   * @param cells one for each skill, in the order of the columns
   */
  record Row(Person student, List<Cell> cells) {
    /** Family name first, as the list is sorted. */
    String name() {
      return student.givenName().isBlank()
          ? student.familyName()
          : student.familyName() + ", " + student.givenName();
    }
  }

  /** What one student has shown of one skill. */
  record Cell(Skill skill, Knowledge knowledge) {
    /** In words, for the “My skills” page. */
    String basis() {
      return switch (knowledge.answers()) {
        case 0 -> "no answers yet";
        case 1 -> "1 answer";
        default -> knowledge.answers() + " answers";
      };
    }
  }

  boolean empty() {
    return subjects.isEmpty() || rows.items().isEmpty();
  }
}
