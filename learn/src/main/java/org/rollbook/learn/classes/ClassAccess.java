package org.rollbook.learn.classes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may look into a class, and who is in it. Safe for several threads. */
public final class ClassAccess {
  private static final String CLASS =
      """
      select c.* from class c join seat s on s.district_id = c.district_id and s.class_id = c.id
      where c.district_id = :district and s.person_id = :person and s.left_at is null
      """;

  private final JdbcClient jdbc;

  public ClassAccess(LearnDatabase database) {
    this.jdbc = database.jdbc();
  }

  /** The class, also an archived one, if this person is one of its teachers now. */
  public Optional<LearningClass> taught(ClassId id, PersonId teacher) {
    return withSeat(id, teacher, " and c.id = :class and s.role = 'TEACHER'");
  }

  /** The class if it is in use and this person is one of its students now (L9). */
  public Optional<LearningClass> attended(ClassId id, PersonId student) {
    return withSeat(
        id, student, " and c.id = :class and s.role = 'STUDENT' and c.state = 'ACTIVE'");
  }

  private Optional<LearningClass> withSeat(ClassId id, PersonId person, String rest) {
    if (!id.district().equals(person.district())) {
      return Optional.empty();
    }
    return jdbc.sql(CLASS + rest)
        .param("district", id.district().value())
        .param("person", person.number())
        .param("class", id.number())
        .query((row, number) -> learningClass(row))
        .optional();
  }

  /** The classes in use that this person teaches now, by name. */
  public List<LearningClass> taughtNow(PersonId teacher) {
    return List.copyOf(
        jdbc.sql(
                CLASS + " and s.role = 'TEACHER' and c.state = 'ACTIVE' order by lower(name), c.id")
            .param("district", teacher.district().value())
            .param("person", teacher.number())
            .query((row, number) -> learningClass(row))
            .list());
  }

  /** Everybody who is or was a student of the class, by family name. */
  public List<ClassStudent> students(ClassId id) {
    return List.copyOf(
        jdbc.sql(
                """
                select p.id, p.given_name, p.family_name, s.left_at from seat s
                join person p on p.district_id = s.district_id and p.id = s.person_id
                where s.district_id = :district and s.class_id = :class and s.role = 'STUDENT'
                order by lower(p.family_name), lower(p.given_name), p.id
                """)
            .param("district", id.district().value())
            .param("class", id.number())
            .query((row, number) -> student(id.district(), row))
            .list());
  }

  private static ClassStudent student(DistrictId district, ResultSet row) throws SQLException {
    return new ClassStudent(
        new PersonId(district, row.getLong("id")),
        row.getString("given_name"),
        row.getString("family_name"),
        instant(row, "left_at"));
  }

  private static LearningClass learningClass(ResultSet row) throws SQLException {
    var district = new DistrictId(row.getString("district_id"));
    return new LearningClass(
        new ClassId(district, row.getLong("id")),
        Optional.ofNullable(row.getString("section_id")),
        row.getString("name"),
        new PersonId(district, row.getLong("owner_id")),
        row.getString("about"),
        Optional.ofNullable(row.getString("join_code")),
        row.getString("state").equals("ARCHIVED")
            ? instant(row, "archived_at").or(() -> Optional.of(Instant.EPOCH))
            : Optional.empty());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
