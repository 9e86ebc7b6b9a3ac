package org.rollbook.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.rollbook.registry.intake.DistrictKey;

/**
 * The bound of serving: one query for all of a district's objects in the order in which they lie,
 * and the same JSON written to nowhere. Nobody's rights are looked at, there are no pages, and
 * nothing is sent.
 */
final class PlainRead {
  private static final int AT_ONCE = 1_000;
  private static final String OF_DISTRICT =
      """
      from shared_object o join district d on d.id = o.district_id
      where d.key = ? and o.kind between ? and ?\
      """;

  private final DataSource dataSource;
  private final DistrictKey district;
  private long bytes;

  PlainRead(DataSource dataSource, DistrictKey district) {
    this.dataSource = dataSource;
    this.district = district;
  }

  /** Lists of the API, by the kinds of objects that stand in them. */
  enum WholeList {
    USERS(4, 6),
    SECTIONS(7, 7);

    private final int first;
    private final int last;

    WholeList(int first, int last) {
      this.first = first;
      this.last = last;
    }

    String path() {
      return "/v3.1/" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns how many records were read. */
  long read(WholeList list) throws IOException, SQLException {
    String sql = "select o.id, o.object " + OF_DISTRICT + " order by o.kind, o.id";
    try (Connection connection = dataSource.getConnection();
        var query = connection.prepareStatement(sql)) {
      connection.setAutoCommit(false);
      query.setFetchSize(AT_ONCE);
      query.setString(1, district.value());
      query.setInt(2, list.first);
      query.setInt(3, list.last);
      try (ResultSet rows = query.executeQuery();
          OutputStream out = OutputStream.nullOutputStream()) {
        return write(rows, list.path(), out);
      }
    }
  }

  private long write(ResultSet rows, String path, OutputStream out)
      throws IOException, SQLException {
    long records = 0;
    bytes = 0;
    for (; rows.next(); records++) {
      String uri = "%s/%024x".formatted(path, rows.getLong(1));
      byte[] object = rows.getBytes(2);
      out.write("{\"data\":".getBytes(UTF_8));
      out.write(object);
      out.write((",\"uri\":\"" + uri + "\"},").getBytes(UTF_8));
      bytes += object.length;
    }
    return records;
  }

  /** How large the objects were that were read last. */
  long bytes() {
    return bytes;
  }

  /** The id after which {@code records} of a list come. */
  String before(WholeList list, int records) throws SQLException {
    String sql = "select api_id(o.id) " + OF_DISTRICT + " order by o.id desc offset ? limit 1";
    try (Connection connection = dataSource.getConnection();
        var query = connection.prepareStatement(sql)) {
      query.setString(1, district.value());
      query.setInt(2, list.first);
      query.setInt(3, list.last);
      query.setInt(4, records);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }
}
