package org.rollbook.learn.classroom;

import java.util.List;
import java.util.Optional;
import org.rollbook.learn.assignments.Assignments;
import org.rollbook.learn.assignments.ForStudent;
import org.rollbook.learn.classes.ClassLists;
import org.rollbook.learn.classes.ClassMember;
import org.rollbook.learn.classes.LearningClass;
import org.rollbook.learn.classes.Role;
import org.rollbook.learn.people.Person;

/** Puts together what the Classes tab shows to somebody. */
final class ClassesPages {
  private final ClassLists lists;
  private final CleverAreas clever;
  private final Assignments assignments;

  ClassesPages(ClassLists lists, CleverAreas clever, Assignments assignments) {
    this.lists = lists;
    this.clever = clever;
    this.assignments = assignments;
  }

  /**
   * @param join the form to join a class with, as it was sent before
   */
  ClassesPage of(Person person, FormField join) throws InterruptedException {
    return new ClassesPage(
        person.teaches() ? Optional.of(taught(person)) : Optional.empty(),
        person.attends() ? Optional.of(attended(person, join)) : Optional.empty());
  }

  private TaughtClasses taught(Person teacher) throws InterruptedException {
    // The runs before the classes: a page that says that a sync has ended shows what it did.
    var area = clever.soon(teacher);
    return TaughtClasses.of(area, lists.taughtBy(teacher.id()), teacher);
  }

  CleverArea cleverWhenAnswered(Person teacher) throws InterruptedException {
    return clever.whenAnswered(teacher);
  }

  private AttendedClasses attended(Person student, FormField join) {
    return new AttendedClasses(
        lists.attendedBy(student.id()).stream().map(each -> card(student, each)).toList(), join);
  }

  private AttendedClasses.Card card(Person student, LearningClass attended) {
    return new AttendedClasses.Card(
        ClassPaths.of(attended.id()),
        attended.name(),
        attended.about(),
        teachers(lists.members(attended.id())),
        toDo(student, attended));
  }

  private int toDo(Person student, LearningClass attended) {
    return (int)
        assignments.forStudent(attended.id(), student.id()).stream()
            .filter(work -> work.standing() != ForStudent.Standing.DONE)
            .count();
  }

  static List<String> teachers(List<ClassMember> members) {
    return members.stream()
        .filter(member -> member.present() && member.role() == Role.TEACHER)
        .map(member -> member.person().name())
        .toList();
  }
}
