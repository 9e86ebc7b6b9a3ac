package org.rollbook.learn.classroom;

import java.util.List;
import java.util.Optional;
import org.rollbook.learn.assignments.Assignments;
import org.rollbook.learn.assignments.ForStudent;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.classes.ClassLists;
import org.rollbook.learn.classes.ClassMember;
import org.rollbook.learn.classes.Role;
import org.rollbook.learn.importing.Importing;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.people.Person;

/** Puts together the page of one class, for those who may see it. */
final class ClassPage {
  private final ClassLists lists;
  private final Importing importing;
  private final Assignments assignments;

  ClassPage(ClassLists lists, Importing importing, Assignments assignments) {
    this.lists = lists;
    this.importing = importing;
    this.assignments = assignments;
  }

  TaughtClass taught(Person teacher, ClassId id) {
    var shown = lists.find(id).orElseThrow(Html::notFound);
    var members = lists.members(id);
    return new TaughtClass(
        ClassPaths.of(id),
        shown.name(),
        shown.about(),
        shown.imported(),
        shown.archived(),
        shown.imported() ? importing.latest(teacher.id()) : Optional.empty(),
        shown.joinCode().orElse(""),
        coTeachers(teacher, members),
        students(members, true),
        students(members, false),
        assignments.forTeacher(id).stream().map(AssignmentRow::of).toList(),
        Fields.NAME.holding(shown.name()));
  }

  private static List<String> coTeachers(Person teacher, List<ClassMember> members) {
    return members.stream()
        .filter(member -> member.present() && member.role() == Role.TEACHER)
        .map(ClassMember::person)
        .filter(person -> !person.id().equals(teacher.id()))
        .map(Person::name)
        .toList();
  }

  private static List<TaughtClass.Student> students(List<ClassMember> members, boolean present) {
    return members.stream()
        .filter(member -> member.role() == Role.STUDENT && member.present() == present)
        .map(member ->
            new TaughtClass.Student(
                member.person().id().number(),
                member.person().name(),
                member.since(),
                member.left()))
        .toList();
  }

  AttendedClass attended(Person student, ClassId id) {
    var shown = lists.find(id).orElseThrow(Html::notFound);
    var work = assignments.forStudent(id, student.id());
    return new AttendedClass(
        shown.name(),
        shown.about(),
        ClassesPages.teachers(lists.members(id)),
        rows(work, false),
        rows(work, true));
  }

  private static List<AssignmentRow> rows(List<ForStudent> work, boolean done) {
    return work.stream()
        .filter(each -> (each.standing() == ForStudent.Standing.DONE) == done)
        .map(AssignmentRow::of)
        .toList();
  }
}
