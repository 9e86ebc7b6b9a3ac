package org.rollbook.sources.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds teachers for the lessons of a school: first those who are there, then new ones; who is not
 * needed leaves.
 */
final class Staffing {
  private static final int CO_TAUGHT_PERCENT = 10;

  private final Draft draft;
  private final Index employed;
  private int hired;
  private int left;

  /** How many teachers came and went. */
  record Changes(int hired, int left) {}

  Staffing(Draft draft) {
    this.draft = draft;
    this.employed =
        Index.of(
            draft.ground().schools().size(),
            pairs ->
                draft.teachers().stream()
                    .filter(GeneratedTeacher::employed)
                    .forEach(teacher -> pairs.put(teacher.school(), teacher.number())));
  }

  Changes changes() {
    return new Changes(hired, left);
  }

  /** Gives every lesson a teacher, some a co-teacher, and opens it as a section. */
  void open(GeneratedSchool school, List<Lesson> lessons, Dice dice) {
    Map<Department, List<Integer>> present = present(school);
    List<Integer> everybody = new ArrayList<>();
    for (Department department : Department.values()) {
      List<Lesson> own =
          lessons.stream().filter(l -> l.course().department() == department).toList();
      List<Integer> there = present.getOrDefault(department, List.of());
      everybody.addAll(staff(school, department, own, there, dice));
    }
    shareHomerooms(lessons, everybody);
    lessons.forEach(lesson -> open(school, lesson, everybody, dice));
  }

  private Map<Department, List<Integer>> present(GeneratedSchool school) {
    Map<Department, List<Integer>> present = new EnumMap<>(Department.class);
    for (int number : employed.items(school.number())) {
      Department department = draft.teachers().get(number).department();
      present.computeIfAbsent(department, key -> new ArrayList<>()).add(number);
    }
    return present;
  }

  private List<Integer> staff(
      GeneratedSchool school,
      Department department,
      List<Lesson> lessons,
      List<Integer> present,
      Dice dice) {
    if (department == Department.HOMEROOM) {
      return List.of();
    }
    int each = department.sectionsPerTeacher();
    int needed = (lessons.size() + each - 1) / each;
    List<Integer> team = new ArrayList<>(present.subList(0, Math.min(needed, present.size())));
    present.subList(team.size(), present.size()).forEach(this::release);
    while (team.size() < needed) {
      team.add(draft.hire(school.number(), department, dice).number());
      hired++;
    }
    deal(department, lessons, team);
    return team;
  }

  private void release(int teacher) {
    draft.put(draft.teachers().get(teacher).gone());
    left++;
  }

  /**
   * Elementary: one class's sections together. Secondary: one section a period for each teacher.
   */
  private static void deal(Department department, List<Lesson> lessons, List<Integer> team) {
    List<Lesson> sorted = lessons.stream().sorted(order(department)).toList();
    for (int place = 0; place < sorted.size(); place++) {
      int turn =
          department.elementary() ? place / department.sectionsPerTeacher() : place % team.size();
      sorted.get(place).give(team.get(turn));
    }
  }

  private static Comparator<Lesson> order(Department department) {
    Comparator<Lesson> classes =
        Comparator.comparingInt(Lesson::grade).thenComparingInt(Lesson::group);
    return switch (department) {
      case CLASSROOM, TEAM -> classes.thenComparingInt(Lesson::slot);
      case ELEMENTARY_ARTS, ELEMENTARY_FITNESS ->
          Comparator.comparingInt(Lesson::slot).thenComparing(classes);
      case HOMEROOM, ENGLISH, MATH, SCIENCE, SOCIAL_STUDIES, LANGUAGE, ARTS, TECHNOLOGY, FITNESS ->
          Comparator.comparingInt(Lesson::period).thenComparing(classes);
    };
  }

  private static void shareHomerooms(List<Lesson> lessons, List<Integer> everybody) {
    int turn = 0;
    for (Lesson lesson : lessons) {
      if (lesson.course().department() == Department.HOMEROOM) {
        lesson.give(everybody.get(turn++ % everybody.size()));
      }
    }
  }

  private void open(GeneratedSchool school, Lesson lesson, List<Integer> everybody, Dice dice) {
    List<Integer> coTeachers = List.of();
    if (dice.percent(CO_TAUGHT_PERCENT)) {
      int other = dice.pick(everybody);
      coTeachers = other == lesson.teacher() ? List.of() : List.of(other);
    }
    var offer =
        new GeneratedSection.Offer(
            draft.sections().size(),
            school.number(),
            lesson.grade(),
            lesson.course(),
            draft.term(lesson.course()),
            lesson.group(),
            lesson.period());
    draft.add(GeneratedSection.open(offer, lesson.teacher(), coTeachers, lesson.students()));
  }
}
