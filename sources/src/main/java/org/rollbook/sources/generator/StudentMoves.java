package org.rollbook.sources.generator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Students who come, go and change. */
final class StudentMoves {
  private static final int TRIES = 50;

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
    today.anyStudent(this::canChangeSchool).ifPresent(this::changeSchool);
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

  /** A student changes to another section of the same course. */
  void changeSection() {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<GeneratedStudent> student = today.anyStudent(s -> !today.schedule(s).isEmpty());
      if (student.isPresent() && changedSection(student.get())) {
        return;
      }
    }
  }

  /**
   * Nobody can be in two places: when the new section is in another period, what the student has in
   * that period goes to the period that became free, or the change does not happen.
   */
  private boolean changedSection(GeneratedStudent student) {
    List<GeneratedSection> schedule = today.schedule(student);
    GeneratedSection from = dice.pick(schedule);
    List<GeneratedSection> targets = targets(from);
    if (targets.isEmpty()) {
      return false;
    }
    GeneratedSection to = dice.pick(targets);
    Optional<GeneratedSection> inTheWay =
        schedule.stream().filter(s -> s != from && clash(s, to)).findFirst();
    Optional<GeneratedSection> instead =
        inTheWay.flatMap(
            s -> targets(s).stream().filter(t -> period(t) == period(from)).findFirst());
    if (inTheWay.isPresent() && instead.isEmpty()) {
      return false;
    }
    move(student, from, to);
    instead.ifPresent(s -> move(student, inTheWay.orElseThrow(), s));
    return true;
  }

  private void move(GeneratedStudent student, GeneratedSection from, GeneratedSection to) {
    draft.put(from.without(student.number()));
    draft.put(to.with(student.number()));
    today.moved(student.number());
    today.happened(new Move.SectionMove(today.person(student), today.group(from), today.group(to)));
  }

  private static boolean clash(GeneratedSection one, GeneratedSection other) {
    return period(one) != 0 && period(one) == period(other);
  }

  private static int period(GeneratedSection section) {
    return section.offer().period();
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
    int family = draft.ground().names().drawOtherFamily(student.family(), dice);
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

  private boolean canChangeSchool(GeneratedStudent student) {
    Level level = Level.of(student.grade());
    return draft.ground().catchment().hasChoice(level) && canLeave(student);
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

  /** The classmate's section, or where that is full the emptiest parallel one. */
  private GeneratedSection roomy(GeneratedSection section) {
    if (ClassSize.room(section) > 0) {
      return section;
    }
    return Stream.concat(Stream.of(section), today.parallels(section).stream())
        .min(Comparator.comparingInt(GeneratedSection::size))
        .orElse(section);
  }

  private String school(int number) {
    return draft.directory().school(number);
  }
}
