package org.rollbook.sources.generator;

import java.util.ArrayList;
import java.util.List;

/** The courses that each grade can take in each slot. */
final class Catalogue {
  static final int SLOTS = 9;

  private final List<List<List<Course>>> byGradeAndSlot = new ArrayList<>();

  Catalogue() {
    for (int grade = 0; grade < Level.GRADES; grade++) {
      List<List<Course>> slots = new ArrayList<>();
      for (int slot = 0; slot < SLOTS; slot++) {
        slots.add(new ArrayList<>());
      }
      byGradeAndSlot.add(slots);
    }
    Words.lines("courses.txt").forEach(this::add);
  }

  /** The courses of a slot; one that is taught more often stands in the list more often. */
  List<Course> options(int grade, int slot) {
    return byGradeAndSlot.get(grade).get(slot);
  }

  /**
   * The course that follows in the same slot when the term turns: another one where there is one.
   */
  Course after(int grade, Course course) {
    List<Course> options = options(grade, course.slot());
    return options.get((options.lastIndexOf(course) + 1) % options.size());
  }

  private void add(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    List<String> grades = List.of(cells.get(1).split("-", -1));
    int low = Integer.parseInt(grades.getFirst());
    int high = Integer.parseInt(grades.getLast());
    for (int grade = low; grade <= high; grade++) {
      Course course = course(cells, grade);
      for (int copy = Integer.parseInt(cells.get(3)); copy > 0; copy--) {
        byGradeAndSlot.get(grade).get(course.slot()).add(course);
      }
    }
  }

  private static Course course(List<String> cells, int grade) {
    String number = Integer.toString(grade);
    String name = grade == 0 ? "Kindergarten" : "Grade " + grade;
    return new Course(
        Integer.parseInt(cells.get(2)),
        cells.get(4).equals("SEMESTER"),
        Department.valueOf(cells.get(5)),
        cells.get(6),
        cells.get(7).replace("{g}", number),
        cells.get(8).replace("{g}", number).replace("{grade}", name));
  }
}
