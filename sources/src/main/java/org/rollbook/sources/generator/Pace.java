package org.rollbook.sources.generator;

/**
 * How often each move happens. Together about 0.3 % of all enrolments change on a day; in a small
 * district each kind still happens every third day, so that a short trial meets them all.
 */
enum Pace {
  STUDENT_ARRIVED(300),
  STUDENT_LEFT(300),
  SCHOOL_CHANGED(50),
  SECTION_MOVE(13_000),
  EMAIL_CHANGED(200),
  TEACHER_REPLACED(45),
  CO_TEACHER_JOINED(100),
  CO_TEACHER_LEFT(100),
  SECTION_ADDED(60),
  SECTION_DROPPED(60);

  private static final int MILLION = 1_000_000;

  private final int perMillionStudents;

  Pace(int perMillionStudents) {
    this.perMillionStudents = perMillionStudents;
  }

  /** Spreads the moves evenly, each kind on days of its own. */
  int times(GeneratorSettings settings, int day) {
    long millionths = Math.max((long) settings.students() * perMillionStudents, MILLION / 3 + 1);
    long phase = Dice.of(settings.seed(), Dice.Purpose.PACE, name().hashCode()).below(MILLION);
    long before = (phase + millionths * (day - 1)) / MILLION;
    return Math.toIntExact((phase + millionths * day) / MILLION - before);
  }
}
