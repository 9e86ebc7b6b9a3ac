package org.rollbook.learn.assignments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.mastery.SkillId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads assignments with their questions, and writes questions. */
final class AssignmentRows {
  private final JdbcClient jdbc;

  AssignmentRows(LearnDatabase database) {
    this.jdbc = database.jdbc();
  }

  /** Keeps its questions as they are until the transaction ends. */
  Optional<Assignment> forAnswer(AssignmentId id) {
    lock(id, "for share");
    return find(id);
  }

  /** Keeps answers and other changes away until the transaction ends. */
  Optional<Assignment> forChange(AssignmentId id) {
    lock(id, "for update");
    return find(id);
  }

  private void lock(AssignmentId id, String strength) {
    jdbc.sql("select id from assignment where district_id = :district and id = :id " + strength)
        .param("district", id.district().value())
        .param("id", id.number())
        .query(Long.class)
        .optional();
  }

  Optional<Assignment> find(AssignmentId id) {
    return jdbc.sql(
            """
            select a.*, exists (
              select from question q
              join response r on r.district_id = q.district_id and r.question_id = q.id
              where q.district_id = a.district_id and q.assignment_id = a.id) as answered
            from assignment a where a.district_id = :district and a.id = :id
            """)
        .param("district", id.district().value())
        .param("id", id.number())
        .query((row, number) -> assignment(id, row))
        .optional();
  }

  private Assignment assignment(AssignmentId id, ResultSet row) throws SQLException {
    return new Assignment(
        id,
        new ClassId(id.district(), row.getLong("class_id")),
        row.getString("title"),
        row.getString("instructions"),
        Optional.ofNullable(row.getObject("due", LocalDate.class)),
        row.getObject("published_at") != null,
        row.getBoolean("answered"),
        questions(id));
  }

  private List<AskedQuestion> questions(AssignmentId id) {
    return jdbc.sql(
            "select * from question where district_id = :district and assignment_id = :id"
                + " order by position")
        .param("district", id.district().value())
        .param("id", id.number())
        .query((row, number) -> question(row))
        .list();
  }

  private static AskedQuestion question(ResultSet row) throws SQLException {
    return new AskedQuestion(
        row.getLong("id"),
        row.getInt("position"),
        new Question(
            row.getString("prompt"), new SkillId(row.getString("skill_id")), rightAnswer(row)));
  }

  private static RightAnswer rightAnswer(ResultSet row) throws SQLException {
    var choices = row.getArray("choices");
    if (choices == null) {
      return new RightAnswer.Amount(row.getString("right_number"), row.getString("tolerance"));
    }
    return new RightAnswer.Choice(
        List.of((String[]) choices.getArray()), row.getInt("right_choice"));
  }

  /** Puts questions in the place of those that are there. */
  void replaceQuestions(AssignmentId id, List<Question> questions) {
    jdbc.sql("delete from question where district_id = :district and assignment_id = :id")
        .param("district", id.district().value())
        .param("id", id.number())
        .update();
    int position = 0;
    for (var question : questions) {
      position++;
      insert(id, position, question);
    }
  }

  private void insert(AssignmentId id, int position, Question question) {
    var values = new ArrayList<@Nullable Object>();
    values.addAll(List.of(id.district().value(), id.number(), position));
    values.addAll(List.of(question.prompt(), question.skill().value()));
    values.addAll(stored(question.answer()));
    jdbc.sql(
            """
            insert into question (district_id, assignment_id, position, prompt, skill_id,
              choices, right_choice, right_number, tolerance)
            values (?, ?, ?, ?, ?, ?::text[], ?::integer, ?, ?)
            """)
        .params(values)
        .update();
  }

  /** The last four columns. */
  private static List<@Nullable Object> stored(RightAnswer answer) {
    var columns = new ArrayList<@Nullable Object>();
    switch (answer) {
      case RightAnswer.Choice(var choices, int right) -> {
        columns.add(choices.toArray(String[]::new));
        columns.add(right);
        columns.add(null);
        columns.add(null);
      }
      case RightAnswer.Amount(var number, var tolerance) -> {
        columns.add(null);
        columns.add(null);
        columns.add(number);
        columns.add(tolerance);
      }
    }
    return columns;
  }
}
