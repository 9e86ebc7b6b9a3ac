package org.rollbook.learn.importing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How far a teacher's classes were read, and which these are. */
final class TeacherRows {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  TeacherRows(LearnDatabase database) {
    this.jdbc = database.jdbc();
    this.transaction = database.transaction();
  }

  /**
   * How a teacher stands.
   *
   * @param touched the number of the last change that concerned them
   * @param read whether what was last read is as new as that
   * @param everybody whether the last change concerned everybody, events having been missed
   * @param imported whether they have imported before (L4)
   */
  record Standing(long touched, boolean read, boolean everybody, boolean imported) {}

  Standing standing(PersonId teacher) {
    return jdbc.sql(
            """
            select greatest(person.touched, district.touched) as touched,
              coalesce(synced >= greatest(person.touched, district.touched), false) as is_read,
              coalesce(synced < district.touched, true) as everybody,
              imported_at is not null as imported
            from person join district on district.id = person.district_id
            where district_id = ? and person.id = ?
            """)
        .params(teacher.district().value(), teacher.number())
        .query((row, number) ->
            new Standing(
                row.getLong("touched"),
                row.getBoolean("is_read"),
                row.getBoolean("everybody"),
                row.getBoolean("imported")))
        .single();
  }

  /** The number of a reading that begins now. */
  long nextReading() {
    return jdbc.sql("select nextval('touch')").query(Long.class).single();
  }

  /**
   * A class that Clever keeps for a teacher.
   *
   * @param section Clever's id of its section
   */
  record Kept(ClassId id, String section, String name) {}

  /**
   * The imported classes in use that somebody teaches, or taught last and still owns: what no
   * longer has a teacher must end with its section all the same (L6). One that is put away comes
   * back when its section is listed again.
   */
  List<Kept> kept(PersonId teacher) {
    return jdbc.sql(
            """
            select id, section_id, name from class
            where district_id = :district and section_id is not null
              and (state = 'ACTIVE' or agreed_state = 'ACTIVE')
              and (owner_id = :teacher or exists (
                select from seat
                where seat.district_id = :district and seat.class_id = class.id
                  and seat.person_id = :teacher
                  and (seat.agreed_role = 'TEACHER'
                    or seat.role = 'TEACHER' and seat.left_at is null)))
            order by lower(name), id
            """)
        .param("district", teacher.district().value())
        .param("teacher", teacher.number())
        .query((row, number) ->
            new Kept(
                new ClassId(teacher.district(), row.getLong("id")),
                row.getString("section_id"),
                row.getString("name")))
        .list();
  }

  /** Who was listed and not shown when sections were read last, by section. */
  Map<String, Set<String>> unseen(DistrictId district, Collection<String> sections) {
    return jdbc
        .sql(
            """
            select section_id, clever_id from class join unseen
              on unseen.district_id = class.district_id and unseen.class_id = class.id
            where class.district_id = ? and section_id = any(?::text[])
            """)
        .params(district.value(), sections.toArray(String[]::new))
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  /** Notes that the teacher has imported; from now on every sign-in syncs (L4). */
  void imported(PersonId teacher) {
    jdbc.sql(
            "update person set imported_at = coalesce(imported_at, now())"
                + " where district_id = ? and id = ?")
        .params(teacher.district().value(), teacher.number())
        .update();
  }

  /**
   * Notes that everything up to {@code touched} was read, unless people changed since the reading
   * began: who stood in no class yet could not be found in one.
   */
  void read(PersonId teacher, long touched, long reading) {
    transaction.executeWithoutResult(status -> {
      // Events that are being taken in are waited for: they may have looked before our classes
      // were there.
      long people =
          jdbc.sql("select people_touched from district where id = ? for share")
              .param(teacher.district().value())
              .query(Long.class)
              .single();
      if (people <= reading) {
        jdbc.sql("update person set synced = ? where district_id = ? and id = ?")
            .params(touched, teacher.district().value(), teacher.number())
            .update();
      }
    });
  }
}
