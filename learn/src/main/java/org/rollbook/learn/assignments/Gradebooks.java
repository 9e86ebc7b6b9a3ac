package org.rollbook.learn.assignments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.rollbook.learn.assignments.Gradebook.Cell;
import org.rollbook.learn.assignments.Gradebook.Column;
import org.rollbook.learn.assignments.Gradebook.Row;
import org.rollbook.learn.classes.ClassAccess;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.classes.ClassMember;
import org.rollbook.learn.database.LearnDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up the points of classes. Safe for several threads. */
final class Gradebooks {
  private final JdbcClient jdbc;
  private final ClassAccess access;

  Gradebooks(LearnDatabase database, ClassAccess access) {
    this.jdbc = database.jdbc();
    this.access = access;
  }

  /** One student's points in one assignment are found under both. */
  private record Work(long assignment, long student) {}

  Gradebook of(ClassId id) {
    var asked = columns(id);
    var work = work(id);
    var rows = access.students(id).stream().map(member -> row(member, asked, work)).toList();
    var present = rows.stream().filter(row -> row.member().present()).toList();
    var columns =
        IntStream.range(0, asked.size())
            .mapToObj(place -> withAverage(asked.get(place), place, present))
            .toList();
    return new Gradebook(
        columns, present, rows.stream().filter(row -> !row.member().present()).toList());
  }

  private List<Column> columns(ClassId id) {
    return jdbc.sql(
            """
            select a.id, a.title, count(*) as questions from assignment a
            join question q on q.district_id = a.district_id and q.assignment_id = a.id
            where a.district_id = :district and a.class_id = :class and a.published_at is not null
            group by a.district_id, a.id order by a.published_at, a.id
            """)
        .param("district", id.district().value())
        .param("class", id.number())
        .query((row, number) ->
            new Column(
                new AssignmentId(id.district(), row.getLong("id")),
                row.getString("title"),
                row.getInt("questions"),
                OptionalInt.empty()))
        .list();
  }

  private Map<Work, Cell> work(ClassId id) {
    var found = new HashMap<Work, Cell>();
    jdbc.sql(
            """
            select q.assignment_id, r.student_id, count(*) as answered,
              count(*) filter (where r.correct) as points
            from assignment a
            join question q on q.district_id = a.district_id and q.assignment_id = a.id
            join response r on r.district_id = q.district_id and r.question_id = q.id
            where a.district_id = :district and a.class_id = :class
            group by q.assignment_id, r.student_id
            """)
        .param("district", id.district().value())
        .param("class", id.number())
        .query(row -> {
          found.put(
              new Work(row.getLong("assignment_id"), row.getLong("student_id")),
              new Cell(row.getInt("points"), row.getInt("answered"), 0));
        });
    return found;
  }

  private static Row row(ClassMember member, List<Column> columns, Map<Work, Cell> work) {
    var cells =
        columns.stream()
            .map(column -> {
              var done =
                  work.getOrDefault(
                      new Work(column.id().number(), member.person().id().number()),
                      new Cell(0, 0, 0));
              return new Cell(done.points(), done.answered(), column.questions());
            })
            .toList();
    return new Row(member, cells, Gradebook.average(cells));
  }

  private static Column withAverage(Column column, int place, List<Row> present) {
    var cells = present.stream().map(row -> row.cells().get(place)).toList();
    return new Column(column.id(), column.title(), column.questions(), Gradebook.average(cells));
  }
}
