package org.rollbook.learn.assignments;

import java.util.List;
import java.util.OptionalInt;
import org.rollbook.learn.classes.ClassMember;

/**
 * The points of a class. A point is a right answer. Averages are points of the points that could be
 * had in the assignments that a student has begun; what they left out in those counts as no point.
 *
 * @param columns the published assignments
 * @param present students who are on the class now
 * @param former students who have left; their work is kept (L7), and counts in no class average
 */
record Gradebook(List<Column> columns, List<Row> present, List<Row> former) {
  Gradebook {
    columns = List.copyOf(columns);
    present = List.copyOf(present);
    former = List.copyOf(former);
  }

  /**
   * An assignment.
   *
   * @param average in percent, of the students who are on the class and have begun it
   */
  record Column(AssignmentId id, String title, int questions, OptionalInt average) {}

  /**
   * A student.
   *
   * @param cells one for each assignment, in the order of the columns
   * @param average in percent
   */
  record Row(ClassMember member, List<Cell> cells, OptionalInt average) {
    Row {
      cells = List.copyOf(cells);
    }

    /** Family name first, as the list is sorted. */
    String name() {
      var person = member.person();
      return person.givenName().isBlank()
          ? person.familyName()
          : person.familyName() + ", " + person.givenName();
    }
  }

  /**
   * A student's work on an assignment.
   *
   * @param points how many answers are right
   */
  record Cell(int points, int answered, int questions) {
    boolean begun() {
      return answered > 0;
    }

    boolean unfinished() {
      return begun() && answered < questions;
    }

    int left() {
      return questions - answered;
    }
  }

  /** Points of possible points in what was begun, in percent, rounded. */
  static OptionalInt average(List<Cell> cells) {
    var begun = cells.stream().filter(Cell::begun).toList();
    int possible = begun.stream().mapToInt(Cell::questions).sum();
    int points = begun.stream().mapToInt(Cell::points).sum();
    return possible == 0
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(Math.round(100.0 * points / possible)));
  }
}
