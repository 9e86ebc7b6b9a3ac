package org.rollbook.sources.generator;

import java.util.List;

/** What stays the same through all days of a district. */
record Ground(
    GeneratorSettings settings,
    Names names,
    Catalogue catalogue,
    List<GeneratedSchool> schools,
    Catchment catchment,
    List<GeneratedStaff> staff) {
  Ground {
    schools = List.copyOf(schools);
    staff = List.copyOf(staff);
  }

  long seed() {
    return settings.seed();
  }

  /** Whether a student of this grade has an address: the youngest are the ones without. */
  boolean emailDue(int student, int grade) {
    double without = (1 - settings.studentsWithEmail()) * Level.GRADES;
    return grade + Dice.of(seed(), Dice.Purpose.EMAIL, student).fraction() >= without;
  }
}
