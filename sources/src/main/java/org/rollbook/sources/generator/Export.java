package org.rollbook.sources.generator;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one day's export carries, whatever the format: the district as it is, or what a broken
 * export makes of it.
 */
record Export(District district, Optional<RequestedEvent.Kind> broken, int halvedSchool) {
  /** The export that the settings ask for on the district's day. */
  static Export of(District district) {
    Ground ground = district.ground();
    int day = district.day();
    return new Export(district, ground.settings().brokenOn(day), halvedSchool(ground, day));
  }

  /** How the break is told. */
  static Move story(Ground ground, int day, RequestedEvent.Kind kind) {
    return new Move.ExportBroken(
        kind,
        switch (kind) {
          case TRUNCATED_ENROLMENTS -> "The export stopped in the middle of the enrolments.";
          case EMPTY_SECTIONS -> "The export came without a single section.";
          case MISSING_COLUMN -> "The export came without the sections' teacher column.";
          case NEW_SECTION_IDS -> "The export gave every section a new id.";
          case HALF_A_SCHOOL_MISSING ->
              "The export left out half the students of "
                  + ground.schools().get(halvedSchool(ground, day)).name()
                  + ".";
        });
  }

  private static int halvedSchool(Ground ground, int day) {
    return Dice.of(ground.seed(), Dice.Purpose.EXPORT, day).below(ground.schools().size());
  }

  boolean is(RequestedEvent.Kind kind) {
    return broken.filter(kind::equals).isPresent();
  }

  Stream<GeneratedStudent> students() {
    return district.students().filter(this::carries);
  }

  Stream<GeneratedSection> sections() {
    return is(RequestedEvent.Kind.EMPTY_SECTIONS) ? Stream.of() : district.sections();
  }

  String sectionId(GeneratedSection section) {
    return is(RequestedEvent.Kind.NEW_SECTION_IDS)
        ? "N" + district.day() + "-" + section.id()
        : section.id();
  }

  /** The enrolled students of a section, those that the export leaves out left out here too. */
  Stream<GeneratedStudent> students(GeneratedSection section) {
    return IntStream.range(0, section.size())
        .mapToObj(seat -> district.people().students().get(section.student(seat)))
        .filter(this::carries);
  }

  private boolean carries(GeneratedStudent student) {
    return !is(RequestedEvent.Kind.HALF_A_SCHOOL_MISSING)
        || student.school() != halvedSchool
        || student.number() % 2 == 0;
  }
}
