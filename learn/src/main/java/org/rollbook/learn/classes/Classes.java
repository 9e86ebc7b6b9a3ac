package org.rollbook.learn.classes;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Classes that teachers make and keep by hand. What is made by hand no sync ever touches (L5), and
 * what Clever keeps no hand here does (L6): these methods leave imported classes alone and say so.
 * Safe for several threads.
 */
public final class Classes {
  /** Longer names are cut where they are shown; nobody types one. */
  private static final int LONGEST_NAME = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JoinCodes codes;

  /**
   * @param random what codes are drawn from: one that cannot be foreseen; used by several threads
   */
  public Classes(LearnDatabase database, RandomGenerator random) {
    this.jdbc = database.jdbc();
    this.transaction = database.transaction();
    this.codes = new JoinCodes(jdbc, random);
  }

  /**
   * Makes a class whose only teacher is {@code owner}.
   *
   * @throws IllegalArgumentException when the name is blank
   */
  public LearningClass make(Person owner, String name) {
    String given = name(name);
    return inTransaction(() -> {
      var made =
          jdbc.sql(
                  "insert into class"
                      + " (district_id, name, state, ended, owner_id, join_code, created_at)"
                      + " values (:district, :name, 'ACTIVE', 'NOT', :owner, :code, now())"
                      + " returning "
                      + ClassRows.COLUMNS)
              .param("district", owner.id().district().value())
              .param("name", given)
              .param("owner", owner.id().number())
              .param("code", codes.next())
              .query(ClassRows::learningClass)
              .single();
      seat(made.id(), owner.id(), Role.TEACHER);
      return made;
    });
  }

  /**
   * Gives a class made by hand another name.
   *
   * @return whether it did: not for an imported class, nor one that the person does not teach
   */
  public boolean rename(Person teacher, ClassId id, String name) {
    return byHand(teacher, id, "name = :name", name(name));
  }

  /** Puts a class made by hand away; everything stays in it. */
  public boolean archive(Person teacher, ClassId id) {
    return byHand(teacher, id, "state = 'ARCHIVED', ended = 'BY_HAND', archived_at = now()", "");
  }

  /** Takes a class made by hand up again. */
  public boolean unarchive(Person teacher, ClassId id) {
    return byHand(teacher, id, "state = 'ACTIVE', ended = 'NOT', archived_at = null", "");
  }

  private boolean byHand(Person teacher, ClassId id, String change, String name) {
    return mayTeach(teacher.id(), id)
        && jdbc.sql(
                    "update class set "
                        + change
                        + " where district_id = :district and id = :id and section_id is null")
                .param("district", id.district().value())
                .param("id", id.number())
                .param("name", name)
                .update()
            == 1;
  }

  /** Puts a student on the class made by hand that has the code, in the student's district. */
  public Joining join(Person student, String typed) {
    if (!codes.mayTry(student.id())) {
      return new Joining.TooManyTries();
    }
    var found = withCode(student.id(), JoinCodes.read(typed));
    if (found.isEmpty()) {
      codes.wrong(student.id());
      return new Joining.NoSuchClass();
    }
    seat(found.get().id(), student.id(), Role.STUDENT);
    return new Joining.Joined(found.get());
  }

  private Optional<LearningClass> withCode(PersonId student, String code) {
    return jdbc.sql(
            "select "
                + ClassRows.COLUMNS
                + " from class where district_id = ? and join_code = ? and state = 'ACTIVE'")
        .params(student.district().value(), code)
        .query(ClassRows::learningClass)
        .optional();
  }

  /** Who has left comes back, with everything; a teacher who types the code stays one. */
  private void seat(ClassId id, PersonId person, Role role) {
    jdbc.sql(
            """
            insert into seat (district_id, class_id, person_id, role, by_hand, since)
            values (?, ?, ?, ?, true, now())
            on conflict (district_id, class_id, person_id) do update set left_at = null
            """)
        .params(id.district().value(), id.number(), person.number(), role.name())
        .update();
  }

  /** Whether somebody teaches a class now, and so may see and do everything in it. */
  public boolean mayTeach(PersonId person, ClassId id) {
    return sits(person, id, Role.TEACHER, "");
  }

  /** Whether a class is one of the student's now (L9): in use, and the student on it. */
  public boolean isOn(PersonId person, ClassId id) {
    return sits(person, id, Role.STUDENT, "and class.state = 'ACTIVE'");
  }

  private boolean sits(PersonId person, ClassId id, Role role, String condition) {
    return person.district().equals(id.district())
        && jdbc.sql(
                """
                select count(*) from seat
                join class on class.district_id = seat.district_id and class.id = seat.class_id
                where seat.district_id = ? and class_id = ? and person_id = ? and role = ?
                  and left_at is null
                """
                    + condition)
            .params(id.district().value(), id.number(), person.number(), role.name())
            .query(Integer.class)
            .single()
            .equals(1);
  }

  private static String name(String typed) {
    String name = typed.replace("\0", "").strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("the name of a class is blank");
    }
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
