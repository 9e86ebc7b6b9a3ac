package org.rollbook.registry.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A district's live records as the tables have them, by record id; a section carries its students.
 */
public record RosterDump(TreeMap<Long, Entry> records) {
  /** One record. */
  public record Entry(String kind, ObjectNode object) {}

  /** One event. */
  public record Event(
      long seq, String kind, String operation, long id, String previous, String object) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> KINDS =
      List.of("school", "term", "course", "teacher", "staff", "student", "section");

  public static RosterDump of(Database database, DistrictKey district) {
    var records = new TreeMap<Long, Entry>();
    for (String kind : KINDS) {
      String students =
          kind.equals("section")
              ? """
              || jsonb_build_object('students', coalesce(
                (select jsonb_agg(e.student_id order by e.student_id) from enrolment e
                 where e.district_id = o.district_id and e.section_id = o.id), '[]'))
              """
              : "";
      database
          .jdbc()
          .sql(
              """
              select o.id, (to_jsonb(o) - '{district_id,id,snapshot_id,file,line,deleted_event}'
                                             ::text[] %s)::text as object
              from %s o join district d on d.id = o.district_id
              where d.key = :key and o.deleted_event is null
              """
                  .formatted(students, kind))
          .param("key", district.value())
          .query((row, n) -> {
            records.put(row.getLong(1), new Entry(kind, json(row.getString(2))));
            return n;
          })
          .list();
    }
    return new RosterDump(records);
  }

  public static ObjectNode json(String text) {
    return (ObjectNode) JSON.readTree(text);
  }

  public static List<Event> eventsAfter(Database database, DistrictKey district, long seq) {
    return new ArrayList<>(
        database
            .jdbc()
            .sql(
                """
                select e.seq, e.kind, e.operation, e.record_id, coalesce(e.previous::text, '{}'),
                       coalesce(e.object::text, '{}')
                from event e join district d on d.id = e.district_id
                where d.key = :key and e.seq > :seq order by e.seq
                """)
            .param("key", district.value())
            .param("seq", seq)
            .query((row, n) ->
                new Event(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6)))
            .list());
  }

  /** Source ids of live and deleted records. */
  public static Map<String, Long> ids(Database database, DistrictKey district) {
    var ids = new TreeMap<String, Long>();
    for (String kind : KINDS) {
      database
          .jdbc()
          .sql(
              "select source_id, o.id from %s o join district d on d.id = district_id where key = :key"
                  .formatted(kind))
          .param("key", district.value())
          .query((row, n) -> ids.put(kind + " " + row.getString(1), row.getLong(2)) == null)
          .list();
    }
    return ids;
  }
}
