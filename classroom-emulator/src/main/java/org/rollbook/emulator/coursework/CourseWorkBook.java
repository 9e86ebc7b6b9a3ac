package org.rollbook.emulator.coursework;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.rollbook.emulator.courses.Course;
import org.rollbook.emulator.wire.Refused;
import tools.jackson.databind.node.ObjectNode;

/** The work of every class. Not thread-safe by itself: calls hold the emulator's lock. */
public final class CourseWorkBook {
  private final Map<Integer, NavigableMap<Integer, CourseWork>> byCourse = new HashMap<>();
  private int made;

  /** No work yet. */
  public CourseWorkBook() {}

  CourseWork add(Course course, int creator, ObjectNode text, Instant now) {
    CourseWork work = new CourseWork(made++, course.ordinal(), creator, text, now);
    byCourse.computeIfAbsent(course.ordinal(), _ -> new TreeMap<>()).put(work.ordinal(), work);
    return work;
  }

  /** The work of a class, newest last. */
  NavigableMap<Integer, CourseWork> of(Course course) {
    return Optional.ofNullable(byCourse.get(course.ordinal())).orElseGet(TreeMap::new);
  }

  CourseWork find(Course course, String id) {
    return of(course).values().stream()
        .filter(work -> work.id().equals(id))
        .findFirst()
        .orElseThrow(Refused::notFound);
  }

  void remove(Course course, CourseWork work) {
    of(course).remove(work.ordinal());
  }
}
