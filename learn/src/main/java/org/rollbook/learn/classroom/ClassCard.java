package org.rollbook.learn.classroom;

import java.util.List;
import org.rollbook.learn.classes.TeachersClasses.Listed;
import org.rollbook.learn.people.Person;

/**
 * A class in a teacher's list.
 *
 * @param students on it now
 * @param coTeachers the names of the other teachers
 */
record ClassCard(
    String path,
    String name,
    String about,
    int students,
    List<String> coTeachers,
    boolean imported,
    boolean archived) {
  static ClassCard of(Listed listed, Person teacher) {
    var shown = listed.learningClass();
    return new ClassCard(
        ClassPaths.of(shown.id()),
        shown.name(),
        shown.about(),
        listed.students(),
        listed.teachers().stream().filter(name -> !name.equals(teacher.name())).toList(),
        shown.imported(),
        shown.archived());
  }
}
