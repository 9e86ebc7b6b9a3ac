package org.rollbook.sources.generator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which school a student goes to. Each level's schools lie along one line, each as wide as its
 * size; who lives at one place of the line goes to the schools there, so that an elementary school
 * feeds one middle school or two.
 */
final class Catchment {
  private final Map<Level, List<GeneratedSchool>> schools = new EnumMap<>(Level.class);
  private final long seed;

  Catchment(List<GeneratedSchool> all, long seed) {
    this.seed = seed;
    for (Level level : Level.values()) {
      schools.put(level, GeneratedSchool.of(level, all));
    }
  }

  /** The school of the level at a place from 0 up to, not including, 1. */
  GeneratedSchool at(Level level, double place) {
    double rest = place * width(level);
    List<GeneratedSchool> line = of(level);
    int low = 0;
    int high = line.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (line.get(middle).place() <= rest) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return line.get(low);
  }

  /** Where a student of {@code from} goes who has outgrown it. */
  GeneratedSchool next(GeneratedSchool from, Level level, int student) {
    double within = Dice.of(seed, Dice.Purpose.FEEDER, student).fraction();
    return at(level, (from.place() + within * from.size()) / width(from.level()));
  }

  /** Whether a student of the level could go to another school of the district. */
  boolean hasChoice(Level level) {
    return of(level).size() > 1;
  }

  private int width(Level level) {
    GeneratedSchool last = of(level).getLast();
    return last.place() + last.size();
  }

  private List<GeneratedSchool> of(Level level) {
    return schools.getOrDefault(level, List.of());
  }
}
