package org.rollbook.learn.assignments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.mastery.SkillId;
import org.rollbook.learn.mastery.SkillsInUse;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The assignments of classes, to look at. Whether somebody may look is asked of {@link
 * org.rollbook.learn.classes.ClassAccess} first. Safe for several threads.
 */
public final class Assignments implements SkillsInUse {
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param zone in which a due date's day ends
   */
  public Assignments(LearnDatabase database, InstantSource clock, ZoneId zone) {
    this.jdbc = database.jdbc();
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The published assignments of a class, and where this student stands with each; what is due
   * first comes first.
   */
  public List<ForStudent> forStudent(ClassId id, PersonId student) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    return List.copyOf(
        jdbc.sql(
                """
                select a.id, a.title, a.due, count(*) as questions, count(r.question_id) as answered,
                  count(*) filter (where r.correct) as points
                from assignment a
                join question q on q.district_id = a.district_id and q.assignment_id = a.id
                left join response r on r.district_id = q.district_id and r.question_id = q.id
                  and r.student_id = :student
                where a.district_id = :district and a.class_id = :class
                  and a.published_at is not null
                group by a.district_id, a.id
                order by a.due nulls last, a.published_at, a.id
                """)
            .param("district", id.district().value())
            .param("class", id.number())
            .param("student", student.number())
            .query((row, number) -> forStudent(id, row, today))
            .list());
  }

  private static ForStudent forStudent(ClassId id, ResultSet row, LocalDate today)
      throws SQLException {
    var due = Optional.ofNullable(row.getObject("due", LocalDate.class));
    int questions = row.getInt("questions");
    int answered = row.getInt("answered");
    return new ForStudent(
        new AssignmentId(id.district(), row.getLong("id")),
        row.getString("title"),
        due,
        questions,
        answered,
        row.getInt("points"),
        ForStudent.Standing.of(due, answered == questions, today));
  }

  /** All assignments of a class with how far its present students are; drafts first. */
  public List<ForTeacher> forTeacher(ClassId id) {
    return List.copyOf(
        jdbc.sql(
                """
                with present as (
                  select person_id from seat where district_id = :district and class_id = :class
                    and role = 'STUDENT' and left_at is null),
                work as (
                  select q.assignment_id, r.student_id, count(*) as answers from question q
                  join assignment a on a.district_id = q.district_id and a.id = q.assignment_id
                  join response r on r.district_id = q.district_id and r.question_id = q.id
                  where q.district_id = :district and a.class_id = :class
                    and r.student_id in (select person_id from present)
                  group by q.assignment_id, r.student_id),
                asked as (
                  select a.*, (select count(*) from question q where q.district_id = a.district_id
                    and q.assignment_id = a.id) as questions
                  from assignment a where a.district_id = :district and a.class_id = :class)
                select a.id, a.title, a.due, a.published_at is not null as published, a.questions,
                  (select count(*) from work w where w.assignment_id = a.id) as begun,
                  (select count(*) from work w
                    where w.assignment_id = a.id and w.answers = a.questions) as finished,
                  (select count(*) from present) as students
                from asked a order by a.published_at is not null, a.due nulls last, a.published_at,
                  a.id
                """)
            .param("district", id.district().value())
            .param("class", id.number())
            .query((row, number) -> forTeacher(id, row))
            .list());
  }

  private static ForTeacher forTeacher(ClassId id, ResultSet row) throws SQLException {
    return new ForTeacher(
        new AssignmentId(id.district(), row.getLong("id")),
        row.getString("title"),
        Optional.ofNullable(row.getObject("due", LocalDate.class)),
        row.getBoolean("published"),
        row.getInt("questions"),
        row.getInt("begun"),
        row.getInt("finished"),
        row.getInt("students"));
  }

  /** How each question was answered by the class's present students, by the question's number. */
  Map<Long, Tally> rightAnswers(AssignmentId id) {
    var found = new HashMap<Long, Tally>();
    jdbc.sql(
            """
            select q.id, count(*) as answers, count(*) filter (where r.correct) as points
            from question q
            join assignment a on a.district_id = q.district_id and a.id = q.assignment_id
            join response r on r.district_id = q.district_id and r.question_id = q.id
            join seat s on s.district_id = q.district_id and s.class_id = a.class_id
              and s.person_id = r.student_id and s.role = 'STUDENT' and s.left_at is null
            where q.district_id = :district and q.assignment_id = :id group by q.id
            """)
        .param("district", id.district().value())
        .param("id", id.number())
        .query(row -> {
          found.put(row.getLong("id"), new Tally(row.getInt("points"), row.getInt("answers")));
        });
    return found;
  }

  /** How many of the answers to a question are right. */
  record Tally(int right, int answers) {}

  @Override
  public Set<SkillId> in(ClassId id) {
    return new LinkedHashSet<>(
        jdbc.sql(
                """
                select distinct q.skill_id from question q
                join assignment a on a.district_id = q.district_id and a.id = q.assignment_id
                where a.district_id = :district and a.class_id = :class
                  and a.published_at is not null
                """)
            .param("district", id.district().value())
            .param("class", id.number())
            .query((row, number) -> new SkillId(row.getString("skill_id")))
            .list());
  }
}
