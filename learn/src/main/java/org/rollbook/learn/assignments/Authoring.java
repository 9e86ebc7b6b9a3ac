package org.rollbook.learn.assignments;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes and changes assignments. That the person teaches the class and that the class is in use is
 * asked before. Safe for several threads.
 */
final class Authoring {
  /** More than a class can do in a year; it keeps pages of a size that can be read. */
  static final int MOST_OF_A_CLASS = 300;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AssignmentRows rows;
  private final InstantSource clock;

  Authoring(LearnDatabase database, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.transaction = database.transaction();
    this.rows = new AssignmentRows(database);
    this.clock = clock;
  }

  /** What became of a change. */
  enum Changed {
    DONE,
    /** A student has answered, so the questions are fixed: nothing was changed. */
    ANSWERED,
    /** It has no questions, so it is not published: nothing was changed. */
    NO_QUESTIONS,
    GONE
  }

  /**
   * Makes a draft.
   *
   * @param once chosen by the form: sent twice, it makes one assignment
   * @return empty when the class has as many as it may have
   */
  Optional<AssignmentId> make(ClassId classId, PersonId author, UUID once, Writing writing) {
    return inTransaction(() -> {
      var before = made(classId, once);
      if (before.isPresent()) {
        return before;
      }
      if (count(classId) >= MOST_OF_A_CLASS) {
        return Optional.<AssignmentId>empty();
      }
      var id = insert(classId, author, once, writing);
      id.ifPresent(made -> rows.replaceQuestions(made, writing.questions()));
      return id.or(() -> made(classId, once));
    });
  }

  private Optional<AssignmentId> made(ClassId classId, UUID once) {
    return jdbc.sql(
            "select id from assignment where district_id = :district and class_id = :class"
                + " and made_once = :once")
        .param("district", classId.district().value())
        .param("class", classId.number())
        .param("once", once)
        .query(Long.class)
        .optional()
        .map(number -> new AssignmentId(classId.district(), number));
  }

  private int count(ClassId classId) {
    return jdbc.sql(
            "select count(*) from assignment where district_id = :district and class_id = :class")
        .param("district", classId.district().value())
        .param("class", classId.number())
        .query(Integer.class)
        .single();
  }

  private Optional<AssignmentId> insert(
      ClassId classId, PersonId author, UUID once, Writing writing) {
    return jdbc.sql(
            """
            insert into assignment
              (district_id, class_id, author_id, title, instructions, due, created_at, made_once)
            values (:district, :class, :author, :title, :instructions, :due::date, :now, :once)
            on conflict (district_id, class_id, made_once) do nothing returning id
            """)
        .param("district", classId.district().value())
        .param("class", classId.number())
        .param("author", author.number())
        .param("title", writing.title())
        .param("instructions", writing.instructions())
        .param("due", due(writing))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("once", once)
        .query(Long.class)
        .optional()
        .map(number -> new AssignmentId(classId.district(), number));
  }

  private static @Nullable LocalDate due(Writing writing) {
    return writing.due().orElse(null);
  }

  /** Changes an assignment; its questions only while no student has answered. */
  Changed change(AssignmentId id, Writing writing) {
    return inTransaction(() -> {
      var before = rows.forChange(id);
      if (before.isEmpty()) {
        return Changed.GONE;
      }
      boolean same = before.get().writing().questions().equals(writing.questions());
      if (!same && before.get().answered()) {
        return Changed.ANSWERED;
      }
      if (before.get().published() && writing.questions().isEmpty()) {
        return Changed.NO_QUESTIONS;
      }
      if (!same) {
        rows.replaceQuestions(id, writing.questions());
      }
      update(id, writing);
      return Changed.DONE;
    });
  }

  private void update(AssignmentId id, Writing writing) {
    jdbc.sql(
            """
            update assignment set title = :title, instructions = :instructions, due = :due::date
            where district_id = :district and id = :id
            """)
        .param("title", writing.title())
        .param("instructions", writing.instructions())
        .param("due", due(writing))
        .param("district", id.district().value())
        .param("id", id.number())
        .update();
  }

  /** Shows it to the students of its class, from now on. */
  Changed publish(AssignmentId id) {
    return inTransaction(() -> {
      var before = rows.forChange(id);
      if (before.isEmpty()) {
        return Changed.GONE;
      }
      if (before.get().questions().isEmpty()) {
        return Changed.NO_QUESTIONS;
      }
      jdbc.sql(
              """
              update assignment set published_at = coalesce(published_at, :now)
              where district_id = :district and id = :id
              """)
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .param("district", id.district().value())
          .param("id", id.number())
          .update();
      return Changed.DONE;
    });
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
