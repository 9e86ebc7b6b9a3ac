package org.rollbook.registry.reading;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.sharing.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events of a share (H5). Every method reads with the rights of its reader only. Thread-safe.
 */
public final class SharedEvents {
  private final AsReader asReader;

  public SharedEvents(DataSource dataSource) {
    this.asReader = new AsReader(dataSource);
  }

  /** Takes events one by one. */
  @FunctionalInterface
  public interface Sink {
    void event(SharedEvent event) throws IOException;
  }

  /** A page of the events that {@code filter} names, oldest first. */
  public Ids list(Reader reader, EventFilter filter, Position position) {
    var open = new HashMap<String, Object>();
    var sql = new StringBuilder("select kind, id from share_event where ");
    if (!filter.types().isEmpty()) {
      sql.append("record_type in (:types) and ");
      open.put("types", filter.types().stream().map(RecordType::word).toList());
    }
    filter
        .school()
        .ifPresent(school -> {
          sql.append(":school = any(school_ids) and ");
          open.put("school", school.number());
        });
    sql.append("district_id = :district and id {>} :cursor order by id {asc} limit :limit");
    var listing = new ListingSql(Optional.empty(), sql.toString(), open);
    return asReader.read(reader, jdbc -> PageOfIds.read(jdbc, reader, listing, position));
  }

  /** One event as a list of one; absent when it is not seen. */
  public Optional<Ids> find(Reader reader, RecordId id) {
    return asReader.read(
        reader,
        jdbc ->
            jdbc.sql("select kind from share_event where district_id = :district and id = :id")
                .param("district", reader.district())
                .param("id", id.number())
                .query(Short.class)
                .optional()
                .map(kind -> new Ids(new short[] {kind}, new long[] {id.number()}, false)));
  }

  /**
   * The events of {@code ids} in their order; those forgotten meanwhile are left out.
   *
   * @return how many there were
   */
  public int events(Reader reader, ObjectVersion version, Ids ids, Sink sink) throws IOException {
    var shown = Shown.to(reader, version);
    var sql =
        """
        select e.id, e.at, e.record_type || '.' || e.operation, %s, %s from share_event e
        where e.district_id = :district and e.id = any(:ids) order by e.id\
        """
            .formatted(shown.expression("e", "object"), shown.expression("e", "previous"));
    int given = 0;
    for (int from = 0; from < ids.size(); from += SharedRecords.PART) {
      var part = ids.part(from, Math.min(from + SharedRecords.PART, ids.size()));
      var open = Map.of("district", reader.district(), "ids", part.numbers());
      for (var event : asReader.read(reader, jdbc -> found(jdbc, sql, open, shown.parameters()))) {
        sink.event(event);
        given++;
      }
    }
    return given;
  }

  private static List<SharedEvent> found(
      JdbcClient jdbc, String sql, Map<String, ?> open, Map<String, ?> hidden) {
    return jdbc.sql(sql).params(open).params(hidden).query(SharedEvents::event).list();
  }

  private static SharedEvent event(ResultSet row, int number) throws SQLException {
    return new SharedEvent(
        new RecordId(row.getLong(1)),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        row.getBytes(4),
        Optional.ofNullable(row.getBytes(5)));
  }
}
