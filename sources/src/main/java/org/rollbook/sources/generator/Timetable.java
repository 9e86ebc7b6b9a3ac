package org.rollbook.sources.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts every student of a draft into sections for a new year.
 *
 * <p>An elementary group stays together all day. A secondary grade is cut into up to eight tracks
 * that take the eight slots in turn, so that every slot is taught in every period and nobody has
 * two sections at once; within a track the students are mixed anew each period.
 */
final class Timetable {
  private static final int USUAL_SIZE = 25;
  private static final int PERIODS = 8;
  private static final int LAST_SLOT = 8;

  private final Draft draft;
  private final Staffing staffing;

  Timetable(Draft draft) {
    this.draft = draft;
    this.staffing = new Staffing(draft);
  }

  /** Opens all sections of the year; how many teachers that took and freed. */
  Staffing.Changes fill() {
    List<GeneratedSchool> schools = draft.ground().schools();
    Index cohorts =
        Index.of(
            schools.size() * Level.GRADES,
            pairs ->
                draft.students().stream()
                    .filter(GeneratedStudent::enrolled)
                    .forEach(student ->
                        pairs.put(
                            student.school() * Level.GRADES + student.grade(), student.number())));
    for (GeneratedSchool school : schools) {
      fill(school, cohorts);
    }
    return staffing.changes();
  }

  private void fill(GeneratedSchool school, Index cohorts) {
    long subject = draft.sections().size() * 4096L + school.number();
    Dice dice = Dice.of(draft.ground().seed(), Dice.Purpose.TIMETABLE, subject);
    List<Lesson> lessons = new ArrayList<>();
    for (int grade = school.level().lowGrade(); grade <= school.level().highGrade(); grade++) {
      int[] cohort = cohorts.items(school.number() * Level.GRADES + grade);
      if (cohort.length > 0) {
        dice.shuffle(cohort);
        plan(school.level(), grade, groups(cohort), dice, lessons);
      }
    }
    staffing.open(school, lessons, dice);
  }

  private void plan(Level level, int grade, List<int[]> groups, Dice dice, List<Lesson> lessons) {
    switch (level) {
      case ELEMENTARY -> {
        for (int slot = 0; slot < Catalogue.SLOTS; slot++) {
          addLessons(grade, slot, groups, lessons);
        }
      }
      case MIDDLE, HIGH -> {
        addLessons(grade, 0, groups, lessons);
        for (int period = 1; period <= PERIODS; period++) {
          addPeriod(grade, period, groups, dice, lessons);
        }
      }
    }
  }

  private void addLessons(int grade, int slot, List<int[]> groups, List<Lesson> lessons) {
    List<Course> options = draft.ground().catalogue().options(grade, slot);
    for (int group = 0; group < groups.size(); group++) {
      Course course = options.get(group % options.size());
      lessons.add(new Lesson(course, grade, group + 1, 0, groups.get(group)));
    }
  }

  private void addPeriod(
      int grade, int period, List<int[]> groups, Dice dice, List<Lesson> lessons) {
    int tracks = Math.min(PERIODS, groups.size());
    for (int track = 0; track < tracks; track++) {
      int slot = (track + period - 1) % PERIODS + 1;
      List<Course> options = draft.ground().catalogue().options(grade, slot);
      List<int[]> mixed = mixed(groups, track, tracks, dice);
      for (int place = 0; place < mixed.size(); place++) {
        int group = track + place * tracks;
        Course course = options.get(group % options.size());
        int[] students =
            slot == LAST_SLOT ? withoutFreePeriods(mixed.get(place), grade) : mixed.get(place);
        lessons.add(new Lesson(course, grade, group + 1, period, students));
      }
    }
  }

  /** The track's groups with their students dealt anew. */
  private static List<int[]> mixed(List<int[]> groups, int track, int tracks, Dice dice) {
    List<int[]> own = new ArrayList<>();
    for (int group = track; group < groups.size(); group += tracks) {
      own.add(groups.get(group));
    }
    int[] students = own.stream().flatMapToInt(Arrays::stream).toArray();
    dice.shuffle(students);
    return cut(students, own.size());
  }

  /** Some of the oldest have a free period and no last elective. */
  private static int[] withoutFreePeriods(int[] students, int grade) {
    int[] taking = Arrays.stream(students).filter(student -> student % 5 != 0).toArray();
    return grade >= 11 && taking.length > 0 ? taking : students;
  }

  private static List<int[]> groups(int[] cohort) {
    return cut(cohort, Math.max(1, (cohort.length + USUAL_SIZE / 2) / USUAL_SIZE));
  }

  private static List<int[]> cut(int[] students, int parts) {
    List<int[]> groups = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int start = (int) ((long) students.length * part / parts);
      int end = (int) ((long) students.length * (part + 1) / parts);
      groups.add(Arrays.copyOfRange(students, start, end));
    }
    return groups;
  }
}
