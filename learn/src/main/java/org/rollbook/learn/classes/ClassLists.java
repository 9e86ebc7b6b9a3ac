package org.rollbook.learn.classes;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollbook.learn.classes.TeachersClasses.Listed;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at classes; changes none. Safe for several threads. */
public final class ClassLists {
  private final JdbcClient jdbc;

  public ClassLists(LearnDatabase database) {
    this.jdbc = database.jdbc();
  }

  /** A class, whoever asks: see {@link Classes#mayTeach} and {@link Classes#isOn}. */
  public Optional<LearningClass> find(ClassId id) {
    return jdbc.sql("select " + ClassRows.COLUMNS + " from class where district_id = ? and id = ?")
        .params(id.district().value(), id.number())
        .query(ClassRows::learningClass)
        .optional();
  }

  /** What somebody teaches now. */
  public TeachersClasses taughtBy(PersonId teacher) {
    List<Listed> all =
        jdbc.sql(
                "select "
                    + ClassRows.COLUMNS
                    + """
                    , (select count(*) from seat
                       where seat.district_id = class.district_id and seat.class_id = class.id
                         and seat.role = 'STUDENT' and seat.left_at is null) as students,
                      array(
                        select trim(given_name || ' ' || family_name)
                        from seat join person
                          on person.district_id = seat.district_id and person.id = seat.person_id
                        where seat.district_id = class.district_id and seat.class_id = class.id
                          and seat.role = 'TEACHER' and seat.left_at is null
                        order by person.id <> class.owner_id, family_name, given_name, person.id)
                        as teachers
                    from class join seat as own
                      on own.district_id = class.district_id and own.class_id = class.id
                    where own.district_id = ? and own.person_id = ? and own.role = 'TEACHER'
                      and own.left_at is null
                    order by lower(class.name), class.id
                    """)
            .params(teacher.district().value(), teacher.number())
            .query(ClassLists::listed)
            .list();
    return new TeachersClasses(
        those(all, one -> !one.archived() && !one.imported()),
        those(all, one -> !one.archived() && one.imported()),
        those(all, LearningClass::archived));
  }

  private static List<Listed> those(List<Listed> all, Predicate<LearningClass> condition) {
    return all.stream().filter(one -> condition.test(one.learningClass())).toList();
  }

  private static Listed listed(ResultSet row, int number) throws SQLException {
    Array teachers = row.getArray("teachers");
    return new Listed(
        ClassRows.learningClass(row, number),
        row.getInt("students"),
        List.of((String[]) teachers.getArray()));
  }

  /** The classes that a student is on now, and only those (L9), by name. */
  public List<LearningClass> attendedBy(PersonId student) {
    return jdbc.sql(
            "select "
                + ClassRows.COLUMNS
                + """
                 from class join seat
                  on seat.district_id = class.district_id and seat.class_id = class.id
                where seat.district_id = ? and seat.person_id = ? and seat.role = 'STUDENT'
                  and seat.left_at is null and class.state = 'ACTIVE'
                order by lower(class.name), class.id
                """)
        .params(student.district().value(), student.number())
        .query(ClassRows::learningClass)
        .list();
  }

  /** Everybody who is or was in a class: teachers first, then by name. */
  public List<ClassMember> members(ClassId id) {
    return jdbc.sql(
            """
            select person.*, seat.role, seat.since, seat.left_at from seat join person
              on person.district_id = seat.district_id and person.id = seat.person_id
            where seat.district_id = ? and seat.class_id = ?
            order by seat.role = 'STUDENT', lower(family_name), lower(given_name), person.id
            """)
        .params(id.district().value(), id.number())
        .query(ClassRows::member)
        .list();
  }
}
