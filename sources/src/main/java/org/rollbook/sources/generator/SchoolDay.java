package org.rollbook.sources.generator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One day at work: the draft, who was where in the morning, and who has had a move already. Each
 * student and each section's teaching moves at most once a day, so that the day's files differ from
 * yesterday's by exactly what the summary says.
 */
final class SchoolDay {
  private static final int TRIES = 200;

  private final Draft draft;
  private final Dice dice;
  private final Index schedules;
  private final Index sectionsOfSchool;
  private final Index teachersOfSchool;
  private final BitSet movedStudents = new BitSet();
  private final BitSet movedSections = new BitSet();
  private final List<Move> moves = new ArrayList<>();

  SchoolDay(Draft draft, int day) {
    this.draft = draft;
    this.dice = Dice.of(draft.ground().seed(), Dice.Purpose.DAY, day);
    int schools = draft.ground().schools().size();
    this.schedules = Index.of(draft.students().size(), this::seats);
    this.sectionsOfSchool =
        Index.of(
            schools,
            pairs ->
                draft.sections().stream()
                    .filter(GeneratedSection::open)
                    .forEach(s -> pairs.put(s.offer().school(), s.number())));
    this.teachersOfSchool =
        Index.of(
            schools,
            pairs ->
                draft.teachers().stream()
                    .filter(GeneratedTeacher::employed)
                    .forEach(t -> pairs.put(t.school(), t.number())));
  }

  private void seats(Index.Pairs pairs) {
    for (GeneratedSection section : draft.sections()) {
      for (int seat = 0; seat < section.size(); seat++) {
        pairs.put(section.student(seat), section.number());
      }
    }
  }

  Draft draft() {
    return draft;
  }

  Dice dice() {
    return dice;
  }

  List<Move> moves() {
    return moves;
  }

  void happened(Move move) {
    moves.add(move);
  }

  /** A student who has had no move today and who fits; absent when none is found in time. */
  Optional<GeneratedStudent> anyStudent(Predicate<GeneratedStudent> fits) {
    int present = draft.students().size();
    for (int tries = 0; tries < TRIES; tries++) {
      GeneratedStudent student = draft.students().get(dice.below(present));
      if (student.enrolled() && isFree(student.number()) && fits.test(student)) {
        return Optional.of(student);
      }
    }
    return Optional.empty();
  }

  /** A section whose teaching has had no move today and that fits; absent when none is found. */
  Optional<GeneratedSection> anySection(Predicate<GeneratedSection> fits) {
    for (int tries = 0; tries < TRIES; tries++) {
      int school = dice.below(draft.ground().schools().size());
      int count = sectionsOfSchool.size(school);
      if (count > 0) {
        GeneratedSection section = section(sectionsOfSchool.item(school, dice.below(count)));
        if (section.open() && !hasMoved(section) && fits.test(section)) {
          return Optional.of(section);
        }
      }
    }
    return Optional.empty();
  }

  /** A teacher of the school who fits; absent when there is none. */
  Optional<GeneratedTeacher> anyTeacher(int school, Predicate<GeneratedTeacher> fits) {
    List<GeneratedTeacher> fitting = new ArrayList<>();
    for (int number : teachersOfSchool.items(school)) {
      GeneratedTeacher teacher = draft.teachers().get(number);
      if (teacher.employed() && fits.test(teacher)) {
        fitting.add(teacher);
      }
    }
    return fitting.isEmpty() ? Optional.empty() : Optional.of(dice.pick(fitting));
  }

  GeneratedSection section(int number) {
    return draft.sections().get(number);
  }

  /** The open sections of a school, without those opened today. */
  List<GeneratedSection> sectionsOf(int school) {
    List<GeneratedSection> sections = new ArrayList<>();
    for (int number : sectionsOfSchool.items(school)) {
      if (section(number).open()) {
        sections.add(section(number));
      }
    }
    return sections;
  }

  /** What a person teaches or co-teaches; teachers have one school. */
  Stream<GeneratedSection> sectionsTaughtBy(int teacher) {
    return sectionsOf(draft.teachers().get(teacher).school()).stream()
        .filter(section -> section.taughtBy(teacher));
  }

  /** Where else a student of the section could learn the same. */
  List<GeneratedSection> siblings(GeneratedSection section) {
    return sectionsOf(section.offer().school()).stream()
        .filter(other -> other.offer().siblingOf(section.offer()))
        .toList();
  }

  /** The siblings that a student can go to without any other change: those of the same period. */
  List<GeneratedSection> parallels(GeneratedSection section) {
    int period = section.offer().period();
    return siblings(section).stream().filter(s -> s.offer().period() == period).toList();
  }

  /** The sections of a student who has had no move today. */
  List<GeneratedSection> schedule(GeneratedStudent student) {
    List<GeneratedSection> schedule = new ArrayList<>();
    for (int place = 0; place < schedules.size(student.number()); place++) {
      schedule.add(section(schedules.item(student.number(), place)));
    }
    return schedule;
  }

  /** Whether the student has had no move today. Who came today has had one. */
  boolean isFree(int student) {
    return !movedStudents.get(student);
  }

  /** Whether the section's teaching has had a move today. */
  boolean hasMoved(GeneratedSection section) {
    return movedSections.get(section.number());
  }

  void moved(int student) {
    movedStudents.set(student);
  }

  void moved(GeneratedSection section) {
    movedSections.set(section.number());
  }

  Move.Person person(GeneratedStudent student) {
    return new Move.Person(student.id(), draft.directory().name(student));
  }

  Move.Person person(GeneratedTeacher teacher) {
    return new Move.Person(teacher.id(), draft.directory().name(teacher));
  }

  Move.Group group(GeneratedSection section) {
    return new Move.Group(section.id(), draft.directory().name(section));
  }

  List<Move.Group> groups(List<GeneratedSection> sections) {
    return sections.stream().map(this::group).toList();
  }
}
