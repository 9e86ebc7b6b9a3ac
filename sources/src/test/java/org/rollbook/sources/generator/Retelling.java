package org.rollbook.sources.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Yesterday's files, moved on by what a summary says and by nothing else. If the summary is true
 * and complete, this is what today's files say.
 */
final class Retelling {
  private final Set<String> students;
  private final Map<String, String> emails = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();
  private final Set<String> teachers;
  private final Map<String, List<String>> sections = new TreeMap<>();
  private final Set<String> enrolments;

  Retelling(DayFiles files) {
    students = new TreeSet<>(files.students().keySet());
    files.students().forEach((id, row) -> emails.put(id, row.getOrDefault("Student_email", "")));
    files
        .students()
        .forEach((id, row) -> names.put(id, row.get("First_name") + " " + row.get("Last_name")));
    teachers = new TreeSet<>(files.teachers().keySet());
    files.sections().keySet().forEach(s -> sections.put(s, new ArrayList<>(files.teachersOf(s))));
    enrolments = new TreeSet<>(files.enrolments());
  }

  void happens(Move move) {
    switch (move) {
      case Move.StudentArrived arrived -> arrives(arrived);
      case Move.StudentLeft left -> leaves(left);
      case Move.SchoolChanged changed -> {
        changed.left().forEach(section -> leave(section, changed.student()));
        changed.joined().forEach(section -> join(section, changed.student()));
      }
      case Move.SectionMove moved -> {
        leave(moved.from(), moved.student());
        join(moved.to(), moved.student());
      }
      case Move.EmailChanged changed -> changes(changed);
      case Move.TeacherReplaced replaced -> replaces(replaced);
      case Move.CoTeacherJoined joined -> teachersOf(joined.section()).add(joined.teacher().id());
      case Move.CoTeacherLeft left ->
          must(teachersOf(left.section()).remove(left.teacher().id()), move);
      case Move.SectionAdded added -> opens(added);
      case Move.SectionDropped dropped -> closes(dropped);
      case Move.TermTurned turned -> must(false, turned);
      case Move.YearRolledOver rolled -> must(false, rolled);
      case Move.ExportBroken broken -> must(false, broken);
    }
  }

  /** All that is told, in a form that two tellings can be compared in. */
  List<Object> told() {
    return List.of(students, teachers, sections, enrolments, emails, names);
  }

  private void arrives(Move.StudentArrived move) {
    Move.Person student = move.student();
    must(students.add(student.id()), move);
    names.put(student.id(), student.name());
    // A newcomer's address is in the file only; the account view has a test of its own.
    emails.put(student.id(), "new");
    move.sections().forEach(section -> join(section, student));
  }

  private void leaves(Move.StudentLeft move) {
    must(students.remove(move.student().id()), move);
    must(names.remove(move.student().id(), move.student().name()), move);
    emails.remove(move.student().id());
    move.sections().forEach(section -> leave(section, move.student()));
  }

  private void changes(Move.EmailChanged move) {
    String id = move.student().id();
    must(emails.replace(id, move.formerEmail(), move.email()), move);
    must(names.replace(id, move.formerName(), move.student().name()), move);
  }

  private void replaces(Move.TeacherReplaced move) {
    String former = move.former().id();
    String successor = move.successor().id();
    must(teachers.remove(former) && teachers.add(successor), move);
    for (Move.Group section : move.sections()) {
      must(teachersOf(section).getFirst().equals(former), move);
      teachersOf(section).replaceAll(id -> id.equals(former) ? successor : id);
    }
    for (Move.Group section : move.coTaught()) {
      must(teachersOf(section).indexOf(former) > 0, move);
      teachersOf(section).replaceAll(id -> id.equals(former) ? successor : id);
    }
  }

  private void opens(Move.SectionAdded move) {
    sections.put(move.section().id(), new ArrayList<>(List.of(move.teacher().id())));
    for (Move.Reseated reseated : move.students()) {
      leave(reseated.otherSection(), reseated.student());
      join(move.section(), reseated.student());
    }
  }

  private void closes(Move.SectionDropped move) {
    must(sections.remove(move.section().id()) != null, move);
    for (Move.Reseated reseated : move.students()) {
      leave(move.section(), reseated.student());
      join(reseated.otherSection(), reseated.student());
    }
  }

  private List<String> teachersOf(Move.Group section) {
    return sections.computeIfAbsent(section.id(), id -> new ArrayList<>());
  }

  private void join(Move.Group section, Move.Person student) {
    must(enrolments.add(section.id() + "/" + student.id()), section);
  }

  private void leave(Move.Group section, Move.Person student) {
    must(enrolments.remove(section.id() + "/" + student.id()), section);
  }

  private static void must(boolean holds, Object what) {
    if (!holds) {
      throw new AssertionError("the files of the day before do not allow: " + what);
    }
  }

  /** The same telling with every address of {@code newcomers} left open. */
  Retelling withNewcomers(Set<String> newcomers) {
    newcomers.forEach(id -> emails.put(id, "new"));
    return this;
  }
}
