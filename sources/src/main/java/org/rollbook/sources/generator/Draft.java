package org.rollbook.sources.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A district while it is being made or moved on. A list's place is the record's number; a draft
 * adds and replaces, and never takes out.
 */
final class Draft {
  private final Ground ground;
  private final SchoolYear year;
  private final LocalDate date;
  private final Addresses addresses;
  private final ArrayList<GeneratedStudent> students;
  private final ArrayList<GeneratedTeacher> teachers;
  private final ArrayList<GeneratedSection> sections;

  private Draft(
      Ground ground, LocalDate date, Addresses addresses, People people, SchoolYear year) {
    this.ground = ground;
    this.date = date;
    this.year = year;
    this.addresses = addresses;
    this.students = new ArrayList<>(people.students());
    this.teachers = new ArrayList<>(people.teachers());
    this.sections = new ArrayList<>(people.sections());
  }

  /** Everybody who ever came, and all that was ever taught. */
  record People(
      List<GeneratedStudent> students,
      List<GeneratedTeacher> teachers,
      List<GeneratedSection> sections) {}

  static Draft empty(Ground ground, Addresses addresses, LocalDate date) {
    var nobody = new People(List.of(), List.of(), List.of());
    return new Draft(ground, date, addresses, nobody, SchoolYear.of(date));
  }

  /** A copy of a district that can be changed, as of {@code date}. */
  static Draft of(District district, SchoolYear year, LocalDate date) {
    return new Draft(district.ground(), date, district.addresses().copy(), district.people(), year);
  }

  District finish(int day, LocalDate date, List<Move> moves) {
    var people = new People(students, teachers, sections);
    return new District(ground, year, addresses, people, new DaySummary(day, date, moves));
  }

  Ground ground() {
    return ground;
  }

  List<GeneratedStudent> students() {
    return students;
  }

  List<GeneratedTeacher> teachers() {
    return teachers;
  }

  List<GeneratedSection> sections() {
    return sections;
  }

  /** When a course that starts or goes on now is taught. */
  Term term(Course course) {
    return course.semester() ? year.semester(date) : year.year();
  }

  /** A whole grade's new students, spread over the schools that have the grade. */
  void admitCohort(int grade, int size) {
    Level level = Level.of(grade);
    Dice dice =
        Dice.of(ground.seed(), Dice.Purpose.COHORTS, year.start() * (long) Level.GRADES + grade);
    for (int position = 0; position < size; position++) {
      admit(ground.catchment().at(level, (position + 0.5) / size).number(), grade, dice);
    }
  }

  GeneratedStudent admit(int school, int grade, Dice dice) {
    int number = students.size();
    int given = ground.names().drawGiven(dice);
    int family = ground.names().drawFamily(dice);
    int address = ground.emailDue(number, grade) ? addresses.nextStudent(given, family) : 0;
    var student = new GeneratedStudent(number, school, grade, given, family, address, true);
    students.add(student);
    return student;
  }

  GeneratedTeacher hire(int school, Department department, Dice dice) {
    int given = ground.names().drawGiven(dice);
    int family = ground.names().drawFamily(dice);
    int address = addresses.nextEmployee(given, family);
    var teacher =
        new GeneratedTeacher(teachers.size(), school, department, given, family, address, true);
    teachers.add(teacher);
    return teacher;
  }

  /** The student with another family name, and another address if there was one. */
  GeneratedStudent rename(GeneratedStudent student, int family) {
    int address = student.hasEmail() ? addresses.nextStudent(student.given(), family) : 0;
    return put(student.named(family, address));
  }

  /** Gives the student an address where one is due by now. */
  GeneratedStudent withDueEmail(GeneratedStudent student) {
    if (student.hasEmail() || !ground.emailDue(student.number(), student.grade())) {
      return student;
    }
    int address = addresses.nextStudent(student.given(), student.family());
    return student.named(student.family(), address);
  }

  GeneratedStudent put(GeneratedStudent student) {
    students.set(student.number(), student);
    return student;
  }

  GeneratedTeacher put(GeneratedTeacher teacher) {
    teachers.set(teacher.number(), teacher);
    return teacher;
  }

  GeneratedSection put(GeneratedSection section) {
    sections.set(section.number(), section);
    return section;
  }

  GeneratedSection add(GeneratedSection section) {
    sections.add(section);
    return section;
  }

  /** Names as the draft has them now. */
  Directory directory() {
    return new Directory(ground, addresses, teachers);
  }
}
