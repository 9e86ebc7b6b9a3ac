package org.rollbook.learn.classes;

import java.util.random.RandomGenerator;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is in a class made by hand, as its teachers say, and the code that lets students in. Imported
 * classes and archived ones are left alone. Safe for several threads.
 */
public final class SeatsByHand {
  /** The class made by hand and in use, if the person teaches it now. */
  private static final String OWN =
      """
       section_id is null and state = 'ACTIVE' and exists (
        select 1 from seat as own
        where own.district_id = class.district_id and own.class_id = class.id
          and own.person_id = :teacher and own.role = 'TEACHER' and own.left_at is null)
      """;

  private final JdbcClient jdbc;
  private final JoinCodes codes;

  /**
   * @param random what codes are drawn from: one that cannot be foreseen; used by several threads
   */
  public SeatsByHand(LearnDatabase database, RandomGenerator random) {
    this.jdbc = database.jdbc();
    this.codes = new JoinCodes(jdbc, random);
  }

  /**
   * Gives the class another join code; the former one lets nobody in any more.
   *
   * @return whether it did: only the teachers of a class made by hand can
   */
  public boolean newCode(Person teacher, ClassId id) {
    return teacher.id().district().equals(id.district())
        && jdbc.sql(
                    "update class set join_code = :code where district_id = :district and id = :id"
                        + " and"
                        + OWN)
                .param("code", codes.next())
                .param("district", id.district().value())
                .param("id", id.number())
                .param("teacher", teacher.id().number())
                .update()
            == 1;
  }

  /**
   * Takes a student off; what they did stays.
   *
   * @return whether the class is the teacher's and the student was on it
   */
  public boolean remove(Person teacher, ClassId id, PersonId student) {
    return change(teacher, id, student, "left_at = now()", "left_at is null");
  }

  /** Puts a former student back, with everything that they did. */
  public boolean putBack(Person teacher, ClassId id, PersonId student) {
    return change(teacher, id, student, "left_at = null", "left_at is not null");
  }

  private boolean change(
      Person teacher, ClassId id, PersonId student, String change, String condition) {
    return teacher.id().district().equals(id.district())
        && student.district().equals(id.district())
        && jdbc.sql(
                    "update seat set "
                        + change
                        + " from class where seat.district_id = :district and class_id = :id"
                        + " and seat.person_id = :student and seat.role = 'STUDENT' and seat."
                        + condition
                        + " and class.district_id = seat.district_id and class.id = class_id and"
                        + OWN)
                .param("district", id.district().value())
                .param("id", id.number())
                .param("student", student.number())
                .param("teacher", teacher.id().number())
                .update()
            == 1;
  }
}
