package org.rollbook.sources.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Moves a district on by one school day. */
final class NextDay {
  private final District yesterday;
  private final GeneratorSettings settings;
  private final int day;

  NextDay(District yesterday) {
    this.yesterday = yesterday;
    this.settings = yesterday.ground().settings();
    this.day = yesterday.day() + 1;
  }

  District district() {
    boolean rollover = settings.rollsOverOn(day);
    SchoolYear year = rollover ? yesterday.year().next() : yesterday.year();
    LocalDate tomorrow = SchoolYear.weekday(yesterday.date().plusDays(1));
    LocalDate date = rollover ? year.firstDay() : tomorrow;
    Draft draft = Draft.of(yesterday, year, date);
    List<Move> moves = new ArrayList<>();
    if (rollover) {
      moves.add(new Rollover(draft, yesterday.year(), year).move());
    } else if (!year.semester(date).equals(year.semester(yesterday.date()))) {
      moves.add(new TermTurn(draft, year.semester(yesterday.date()), year.semester(date)).move());
    } else {
      moves.addAll(ordinaryMoves(draft));
    }
    settings
        .brokenOn(day)
        .map(kind -> Export.story(draft.ground(), day, kind))
        .ifPresent(moves::add);
    return draft.finish(day, date, moves);
  }

  /**
   * Teachers first and students last: a section that opened or closed today is out of bounds for
   * what follows, so that no move hides another.
   */
  private List<Move> ordinaryMoves(Draft draft) {
    var today = new SchoolDay(draft, day);
    var teaching = new TeacherMoves(today);
    repeat(Pace.TEACHER_REPLACED, teaching::replace);
    repeat(Pace.CO_TEACHER_JOINED, teaching::join);
    repeat(Pace.CO_TEACHER_LEFT, teaching::leave);
    var classes = new SectionMoves(today);
    repeat(Pace.SECTION_DROPPED, classes::drop);
    repeat(Pace.SECTION_ADDED, classes::add);
    var students = new StudentMoves(today);
    repeat(Pace.STUDENT_LEFT, students::leave);
    repeat(Pace.STUDENT_ARRIVED, students::arrive);
    repeat(Pace.SCHOOL_CHANGED, students::changeSchool);
    repeat(Pace.EMAIL_CHANGED, students::changeEmail);
    repeat(Pace.SECTION_MOVE, students::changeSection);
    return today.moves();
  }

  private void repeat(Pace pace, Runnable move) {
    for (int left = pace.times(settings, day); left > 0; left--) {
      move.run();
    }
  }
}
