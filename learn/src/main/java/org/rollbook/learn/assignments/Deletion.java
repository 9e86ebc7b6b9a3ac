package org.rollbook.learn.assignments;

import java.util.Objects;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.database.LearnDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes assignments that nobody has answered; what students have done is never erased. That the
 * person teaches the class and that the class is in use is asked before. Safe for several threads.
 */
final class Deletion {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AssignmentRows rows;

  Deletion(LearnDatabase database) {
    this.jdbc = database.jdbc();
    this.transaction = database.transaction();
    this.rows = new AssignmentRows(database);
  }

  /** What became of it. */
  enum Outcome {
    DELETED,
    /** A student has answered: nothing was deleted. */
    ANSWERED,
    /** It was not there, or not in this class. */
    GONE
  }

  Outcome delete(ClassId classId, AssignmentId id) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          // Whoever answers at this moment does so before, or finds nothing to answer.
          var before = rows.forChange(id).filter(found -> found.classId().equals(classId));
          if (before.isEmpty()) {
            return Outcome.GONE;
          }
          if (before.get().answered()) {
            return Outcome.ANSWERED;
          }
          erase(id);
          return Outcome.DELETED;
        }));
  }

  private void erase(AssignmentId id) {
    jdbc.sql("delete from question where district_id = ? and assignment_id = ?")
        .params(id.district().value(), id.number())
        .update();
    jdbc.sql("delete from assignment where district_id = ? and id = ?")
        .params(id.district().value(), id.number())
        .update();
  }

  /** How many students, also former ones, have answered a question of it. */
  int answeredBy(AssignmentId id) {
    return jdbc.sql(
            """
            select count(distinct r.student_id) from question q
            join response r on r.district_id = q.district_id and r.question_id = q.id
            where q.district_id = ? and q.assignment_id = ?
            """)
        .params(id.district().value(), id.number())
        .query(Integer.class)
        .single();
  }
}
