package org.rollbook.sources.generator;

/** The turn of the school year. */
final class Rollover {
  private static final int TOP_GRADE = Level.GRADES - 1;

  private final Draft draft;
  private final SchoolYear from;
  private final SchoolYear to;

  Rollover(Draft draft, SchoolYear from, SchoolYear to) {
    this.draft = draft;
    this.from = from;
    this.to = to;
  }

  /** Everybody moves up, the top grade leaves, a kindergarten comes, every section is new. */
  Move move() {
    int closed = closeSections();
    int graduated = graduate();
    int promoted = promote();
    int arriving = draft.ground().settings().students() / Level.GRADES;
    draft.admitCohort(0, arriving);
    int before = draft.sections().size();
    Staffing.Changes teachers = new Timetable(draft).fill();
    return new Move.YearRolledOver(
        from.label(),
        to.label(),
        promoted,
        graduated,
        arriving,
        closed,
        draft.sections().size() - before,
        teachers.hired(),
        teachers.left());
  }

  private int closeSections() {
    int closed = 0;
    for (GeneratedSection section : draft.sections()) {
      if (section.open()) {
        draft.put(section.closed());
        closed++;
      }
    }
    return closed;
  }

  private int graduate() {
    int graduated = 0;
    for (GeneratedStudent student : draft.students()) {
      if (student.enrolled() && student.grade() == TOP_GRADE) {
        draft.put(student.gone());
        graduated++;
      }
    }
    return graduated;
  }

  private int promote() {
    int promoted = 0;
    for (GeneratedStudent student : draft.students()) {
      if (student.enrolled()) {
        draft.put(draft.withDueEmail(promoted(student)));
        promoted++;
      }
    }
    return promoted;
  }

  private GeneratedStudent promoted(GeneratedStudent student) {
    int grade = student.grade() + 1;
    GeneratedSchool school = draft.ground().schools().get(student.school());
    Level level = Level.of(grade);
    return level == school.level()
        ? student.at(school.number(), grade)
        : student.at(
            draft.ground().catchment().next(school, level, student.number()).number(), grade);
  }
}
