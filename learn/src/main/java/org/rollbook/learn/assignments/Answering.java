package org.rollbook.learn.assignments;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rollbook.learn.classes.ClassAccess;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.mastery.Evidence;
import org.rollbook.learn.mastery.Mastery;
import org.rollbook.learn.mastery.SkillId;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes students' answers: each question is answered once, on a class that the student is on now
 * (L9). The answer and what it says of the student's skill are stored together. Safe for several
 * threads.
 */
final class Answering {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AssignmentRows rows;
  private final ClassAccess access;
  private final Mastery mastery;
  private final InstantSource clock;

  Answering(LearnDatabase database, ClassAccess access, Mastery mastery, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.transaction = database.transaction();
    this.rows = new AssignmentRows(database);
    this.access = access;
    this.mastery = mastery;
    this.clock = clock;
  }

  /** What became of an answer. */
  sealed interface Taken {
    /** It counts. */
    record Counted(boolean correct) implements Taken {}

    /** There is an answer already, and that one counts. */
    record AnsweredBefore() implements Taken {}

    /**
     * It cannot be judged, so it does not count.
     *
     * @param says why, and what to do
     */
    record NotUnderstood(String says) implements Taken {}

    /** The question is not asked any more: its teacher has changed the assignment. */
    record QuestionChanged() implements Taken {}

    /** Not an assignment of a class that the student is on now. */
    record NotTheirs() implements Taken {}
  }

  /**
   * Takes one answer.
   *
   * @param question the number of the question that was shown
   * @param typed the place of the choice, from 0, or the number as it was typed
   */
  Taken answer(AssignmentId id, long question, PersonId student, String typed) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var assignment =
              rows.forAnswer(id)
                  .filter(Assignment::published)
                  .filter(found -> access.attended(found.classId(), student).isPresent());
          if (assignment.isEmpty()) {
            return new Taken.NotTheirs();
          }
          return assignment.get().questions().stream()
              .filter(asked -> asked.number() == question)
              .findFirst()
              .map(asked -> judged(asked, student, typed))
              .orElseGet(Taken.QuestionChanged::new);
        }));
  }

  private Taken judged(AskedQuestion asked, PersonId student, String typed) {
    mastery.lock(student);
    if (of(student, List.of(asked.number())).containsKey(asked.number())) {
      return new Taken.AnsweredBefore();
    }
    return switch (Judgement.of(asked.question().answer(), typed)) {
      case Judgement.NotUnderstood(var says) -> new Taken.NotUnderstood(says);
      case Judgement.Judged(var answer, boolean correct) -> {
        store(asked, student, answer, correct);
        mastery.answered(student, new Evidence(asked.question().skill(), correct));
        yield new Taken.Counted(correct);
      }
    };
  }

  private void store(AskedQuestion asked, PersonId student, String answer, boolean correct) {
    jdbc.sql(
            """
            insert into response
              (district_id, question_id, student_id, answer, correct, answered_at)
            values (:district, :question, :student, :answer, :correct, :now)
            """)
        .param("district", student.district().value())
        .param("question", asked.number())
        .param("student", student.number())
        .param("answer", answer)
        .param("correct", correct)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** One student's answers to these questions, by the questions' numbers. */
  Map<Long, Response> of(PersonId student, List<Long> questions) {
    var found = new HashMap<Long, Response>();
    jdbc.sql(
            """
            select question_id, answer, correct from response
            where district_id = :district and student_id = :student
              and question_id = any(:questions)
            """)
        .param("district", student.district().value())
        .param("student", student.number())
        .param("questions", questions.toArray(Long[]::new))
        .query(row -> {
          var number = row.getLong("question_id");
          found.put(
              number, new Response(number, row.getString("answer"), row.getBoolean("correct")));
        });
    return found;
  }

  /** All answers of a student in the order in which they were taken: what mastery rests on. */
  List<Evidence> history(PersonId student) {
    return jdbc.sql(
            """
            select q.skill_id, r.correct from response r
            join question q on q.district_id = r.district_id and q.id = r.question_id
            where r.district_id = :district and r.student_id = :student order by r.number
            """)
        .param("district", student.district().value())
        .param("student", student.number())
        .query((row, number) ->
            new Evidence(new SkillId(row.getString("skill_id")), row.getBoolean("correct")))
        .list();
  }

  /** Works out a student's mastery anew from all of their answers. */
  void recompute(PersonId student) {
    transaction.executeWithoutResult(status -> {
      mastery.lock(student);
      mastery.restate(student, history(student));
    });
  }
}
