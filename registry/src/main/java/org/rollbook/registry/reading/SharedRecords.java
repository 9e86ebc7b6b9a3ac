package org.rollbook.registry.reading;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.sharing.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The records of a share, as lists of ids and as objects in the form of Clever's API. Every method
 * reads with the rights of its reader only. Thread-safe.
 */
public final class SharedRecords {
  /**
   * Objects are fetched in parts of this many, each in a transaction of its own: a caller who takes
   * minutes to receive a page keeps neither a connection busy nor its objects in memory.
   */
  static final int PART = 2_000;

  private final AsReader asReader;

  public SharedRecords(DataSource dataSource) {
    this.asReader = new AsReader(dataSource);
  }

  /** Takes objects one by one. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param json the object in UTF-8
     */
    void object(RecordId id, byte[] json) throws IOException;
  }

  /** A page of a list; absent when the record that the list is about is not seen. */
  public Optional<Ids> list(Reader reader, Listing listing, Position position) {
    var sql = ListingSql.of(listing);
    return asReader.read(
        reader,
        jdbc ->
            seen(reader, sql, jdbc)
                ? Optional.of(PageOfIds.read(jdbc, reader, sql, position))
                : Optional.empty());
  }

  private static boolean seen(Reader reader, ListingSql sql, JdbcClient jdbc) {
    return sql.of()
        .map(owner -> find(jdbc, reader, owner.type(), owner.id()).isPresent())
        .orElse(true);
  }

  /** How long a list is; absent when the record that it is about is not seen. */
  public Optional<Long> count(Reader reader, Listing listing) {
    var sql = ListingSql.of(listing);
    return asReader.read(
        reader,
        jdbc ->
            seen(reader, sql, jdbc)
                ? Optional.of(PageOfIds.count(jdbc, reader, sql))
                : Optional.empty());
  }

  /** One record as a list of one; absent when it is not seen. */
  public Optional<Ids> find(Reader reader, RecordType type, RecordId id) {
    return asReader.read(reader, jdbc -> find(jdbc, reader, type, id));
  }

  private static Optional<Ids> find(JdbcClient jdbc, Reader reader, RecordType type, RecordId id) {
    return jdbc.sql(
            "select kind from share_member where district_id = :district and kind in (:kinds)"
                + " and id = :id")
        .param("district", reader.district())
        .param("kinds", type.kinds())
        .param("id", id.number())
        .query(Short.class)
        .optional()
        .map(kind -> new Ids(new short[] {kind}, new long[] {id.number()}, false));
  }

  /**
   * The objects of {@code ids} in their order, without what the reader is not sent. Those that left
   * the share meanwhile are left out.
   *
   * @return how many there were
   */
  public int objects(Reader reader, ObjectVersion version, Ids ids, Sink sink) throws IOException {
    var shown = Shown.to(reader, version);
    var sql =
        """
        select o.id, %s from unnest(:kinds, :ids) as wanted (kind, id) join shared_object o
          on o.district_id = :district and o.kind = wanted.kind and o.id = wanted.id
        order by o.id\
        """
            .formatted(shown.expression("o", "object"));
    int given = 0;
    for (int from = 0; from < ids.size(); from += PART) {
      var part = ids.part(from, Math.min(from + PART, ids.size()));
      var open =
          Map.of("district", reader.district(), "kinds", part.kinds(), "ids", part.numbers());
      for (Found found :
          asReader.read(reader, jdbc -> found(jdbc, sql, open, shown.parameters()))) {
        sink.object(found.id, found.json);
        given++;
      }
    }
    return given;
  }

  private static List<Found> found(
      JdbcClient jdbc, String sql, Map<String, ?> open, Map<String, ?> hidden) {
    return jdbc.sql(sql).params(open).params(hidden).query(SharedRecords::found).list();
  }

  /** The driver has the object as UTF-8 already: it need not become a string in between. */
  private static Found found(ResultSet row, int number) throws SQLException {
    return new Found(new RecordId(row.getLong(1)), row.getBytes(2));
  }

  private static final class Found {
    private final RecordId id;
    private final byte[] json;

    Found(RecordId id, byte[] json) {
      this.id = id;
      this.json = json;
    }
  }
}
