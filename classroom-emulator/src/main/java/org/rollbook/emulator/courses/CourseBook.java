package org.rollbook.emulator.courses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Every class, by id and alias, and the classes of every person. Not thread-safe by itself: calls
 * hold the emulator's lock.
 */
public final class CourseBook {
  private final NavigableMap<Integer, Course> byOrdinal = new TreeMap<>();
  private final Map<CourseAlias, Course> byAlias = new HashMap<>();
  private final List<SortedInts> teaching = new ArrayList<>();
  private final List<SortedInts> studying = new ArrayList<>();
  private int made;

  Course create(CourseText text, CourseState state, int owner, Instant now) {
    Course course = new Course(made++, text, state, owner, now);
    byOrdinal.put(course.ordinal(), course);
    addTeacher(course, owner);
    return course;
  }

  void delete(Course course) {
    byOrdinal.remove(course.ordinal());
    course.aliases().forEach(byAlias::remove);
    course.teachers().stream().forEach(who -> teaching(who).remove(course.ordinal()));
    course.students().stream().forEach(who -> studying(who).remove(course.ordinal()));
  }

  /** The class that an id or an alias names to a caller from a Cloud project. */
  public Optional<Course> find(String name, String project) {
    if (CourseAlias.written(name)) {
      return Optional.ofNullable(byAlias.get(CourseAlias.of(name, project)));
    }
    return Optional.ofNullable(byOrdinal.get(Course.ordinalOf(name)));
  }

  Optional<Course> at(int ordinal) {
    return Optional.ofNullable(byOrdinal.get(ordinal));
  }

  /** Every class, newest first. */
  public Collection<Course> newestFirst() {
    return byOrdinal.descendingMap().values();
  }

  /** Lazily: a collection's own stream would count every class of the view first. */
  Stream<Course> olderThan(int ordinal) {
    Iterator<Course> older = byOrdinal.headMap(ordinal, false).descendingMap().values().iterator();
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(older, Spliterator.ORDERED), false);
  }

  /** Whether the alias is in use. */
  boolean has(CourseAlias alias) {
    return byAlias.containsKey(alias);
  }

  void addAlias(Course course, CourseAlias alias) {
    byAlias.put(alias, course);
    course.aliases().add(alias);
  }

  void removeAlias(Course course, CourseAlias alias) {
    byAlias.remove(alias);
    course.aliases().remove(alias);
  }

  void addTeacher(Course course, int account) {
    course.teachers().add(account);
    teaching(account).add(course.ordinal());
  }

  void addStudent(Course course, int account) {
    course.students().add(account);
    studying(account).add(course.ordinal());
  }

  boolean removeTeacher(Course course, int account) {
    teaching(account).remove(course.ordinal());
    return course.teachers().remove(account);
  }

  boolean removeStudent(Course course, int account) {
    studying(account).remove(course.ordinal());
    return course.students().remove(account);
  }

  int joined(int account) {
    return teaching(account).size() + studying(account).size();
  }

  SortedInts teaching(int account) {
    return of(teaching, account);
  }

  SortedInts studying(int account) {
    return of(studying, account);
  }

  /** Makes room on first sight; guarded by itself because readers share the lock. */
  private static SortedInts of(List<SortedInts> lists, int account) {
    synchronized (lists) {
      while (lists.size() <= account) {
        lists.add(new SortedInts());
      }
      return lists.get(account);
    }
  }
}
