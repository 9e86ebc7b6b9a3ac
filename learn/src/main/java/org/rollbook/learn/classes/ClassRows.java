package org.rollbook.learn.classes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.PersonId;

/** Reads rows of classes and of those who are in them. */
final class ClassRows {
  /** Of a table or alias {@code class}. */
  static final String COLUMNS =
      "class.district_id, class.id, class.section_id, class.name, class.owner_id, class.about,"
          + " class.join_code, class.archived_at";

  private ClassRows() {}

  static LearningClass learningClass(ResultSet row, int number) throws SQLException {
    var district = new DistrictId(row.getString("district_id"));
    return new LearningClass(
        new ClassId(district, row.getLong("id")),
        Optional.ofNullable(row.getString("section_id")),
        row.getString("name"),
        new PersonId(district, row.getLong("owner_id")),
        row.getString("about"),
        Optional.ofNullable(row.getString("join_code")),
        time(row, "archived_at"));
  }

  static ClassMember member(ResultSet row, int number) throws SQLException {
    var person =
        new Person(
            new PersonId(new DistrictId(row.getString("district_id")), row.getLong("id")),
            row.getString("clever_id"),
            row.getBoolean("teaches"),
            row.getBoolean("attends"),
            row.getString("given_name"),
            row.getString("family_name"),
            Optional.ofNullable(row.getString("email")));
    return new ClassMember(
        person,
        Role.valueOf(row.getString("role")),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        time(row, "left_at"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
