package org.rollbook.sources.generator;

import java.util.List;

/**
 * A school of a generated district.
 *
 * @param number counted from 0 through the district
 * @param place where the school's part of its level's line starts, see {@link Catchment}
 * @param size how much of the line is the school's
 */
record GeneratedSchool(
    int number, Level level, int place, int size, String name, String street, String town) {
  String id() {
    return Integer.toString(1001 + number);
  }

  /** The schools of one level, in order. */
  static List<GeneratedSchool> of(Level level, List<GeneratedSchool> schools) {
    return schools.stream().filter(school -> school.level() == level).toList();
  }
}
