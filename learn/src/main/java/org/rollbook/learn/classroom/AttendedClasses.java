package org.rollbook.learn.classroom;

import java.util.List;

/**
 * The classes that a student is on now, and the form with which to join another.
 *
 * @param join what was typed before, with what was wrong with it
 */
record AttendedClasses(List<Card> classes, FormField join) {
  /**
   * One of them.
   *
   * @param toDo assignments that wait for the student
   */
  record Card(String path, String name, String about, List<String> teachers, int toDo) {}
}
