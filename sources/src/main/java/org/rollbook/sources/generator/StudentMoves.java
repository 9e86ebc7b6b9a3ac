package org.rollbook.sources.generator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Students who come, go and change. */
final class StudentMoves {
  private final SchoolDay today;
  private final Draft draft;
  private final Dice dice;

  StudentMoves(SchoolDay today) {
    this.today = today;
    this.draft = today.draft();
    this.dice = today.dice();
  }

  void leave() {
    today.anyStudent(this::canLeave).ifPresent(this::leave);
  }

  private void leave(GeneratedStudent student) {
    List<GeneratedSection> left = leaveSections(student);
    draft.put(student.gone());
    today.moved(student.number());
    today.happened(
        new Move.StudentLeft(today.person(student), school(student.school()), today.groups(left)));
  }

  /** A newcomer takes the schedule of a classmate, so that no two sections are at the same time. */
  void arrive() {
    today.anyStudent(student -> true).ifPresent(this::arriveBeside);
  }

  private void arriveBeside(GeneratedStudent classmate) {
    GeneratedStudent student = draft.admit(classmate.school(), classmate.grade(), dice);
    List<GeneratedSection> joined = joinSections(student, classmate);
    today.moved(student.number());
    today.happened(
        new Move.StudentArrived(
            today.person(student), school(student.school()), today.groups(joined)));
  }

  void changeSchool() {
    today.anyStudent(this::canLeave).ifPresent(this::changeSchool);
  }

  private void changeSchool(GeneratedStudent student) {
    Optional<GeneratedStudent> classmate =
        today.anyStudent(
            other -> other.grade() == student.grade() && other.school() != student.school());
    classmate.ifPresent(other -> changeSchool(student, other));
  }

  private void changeSchool(GeneratedStudent student, GeneratedStudent classmate) {
    List<GeneratedSection> left = leaveSections(student);
    List<GeneratedSection> joined = joinSections(student, classmate);
    draft.put(student.at(classmate.school(), student.grade()));
    today.moved(student.number());
    today.happened(
        new Move.SchoolChanged(
            today.person(student),
            school(student.school()),
            school(classmate.school()),
            today.groups(left),
            today.groups(joined)));
  }

  void changeSection() {
    today.anyStudent(this::canChangeSection).ifPresent(this::changeSection);
  }

  private boolean canChangeSection(GeneratedStudent student) {
    return today.schedule(student).stream().anyMatch(section -> !targets(section).isEmpty());
  }

  private void changeSection(GeneratedStudent student) {
    List<GeneratedSection> choices =
        today.schedule(student).stream().filter(section -> !targets(section).isEmpty()).toList();
    GeneratedSection from = dice.pick(choices);
    GeneratedSection to = dice.pick(targets(from));
    draft.put(from.without(student.number()));
    draft.put(to.with(student.number()));
    today.moved(student.number());
    today.happened(new Move.SectionMove(today.person(student), today.group(from), today.group(to)));
  }

  private List<GeneratedSection> targets(GeneratedSection from) {
    if (from.size() < 2) {
      return List.of();
    }
    return today.siblings(from).stream().filter(s -> ClassSize.room(s) > 0).toList();
  }

  void changeEmail() {
    today.anyStudent(GeneratedStudent::hasEmail).ifPresent(this::changeEmail);
  }

  private void changeEmail(GeneratedStudent student) {
    int family =
        Stream.generate(() -> draft.ground().names().drawFamily(dice))
            .filter(other -> other != student.family())
            .findFirst()
            .orElseThrow();
    Directory directory = draft.directory();
    GeneratedStudent renamed = draft.rename(student, family);
    today.moved(student.number());
    today.happened(
        new Move.EmailChanged(
            today.person(renamed),
            directory.name(student),
            directory.email(student),
            directory.email(renamed)));
  }

  private boolean canLeave(GeneratedStudent student) {
    return today.schedule(student).stream().allMatch(section -> section.size() > 1);
  }

  private List<GeneratedSection> leaveSections(GeneratedStudent student) {
    return today.schedule(student).stream()
        .map(section -> draft.put(section.without(student.number())))
        .toList();
  }

  private List<GeneratedSection> joinSections(
      GeneratedStudent student, GeneratedStudent classmate) {
    return today.schedule(classmate).stream()
        .map(section -> draft.put(roomy(section).with(student.number())))
        .toList();
  }

  /** The classmate's section, or where that is full the emptiest of the same course. */
  private GeneratedSection roomy(GeneratedSection section) {
    if (ClassSize.room(section) > 0) {
      return section;
    }
    return Stream.concat(Stream.of(section), today.siblings(section).stream())
        .min(Comparator.comparingInt(GeneratedSection::size))
        .orElse(section);
  }

  private String school(int number) {
    return draft.directory().school(number);
  }
}
