package org.rollbook.registry.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.rollbook.registry.database.Database;

/** The bound: the same rows by COPY, from memory, into tables with the same columns and keys. */
final class RawCopy {
  private static final String[] TABLES = {
    "school", "term", "course", "teacher", "student", "section", "enrolment"
  };

  private RawCopy() {}

  static void time(Database database, DistrictKey district) {
    try (Connection connection = database.dataSource().getConnection()) {
      Map<String, Path> rows = new LinkedHashMap<>();
      for (String table : TABLES) {
        Path file = Files.createTempFile("rollbook-raw-", table);
        try (var out = Files.newOutputStream(file)) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(
                  "copy (select t.* from %s t join district d on d.id = t.district_id where d.key = '%s') to stdout"
                      .formatted(table, district),
                  out);
        }
        rows.put(table, file);
      }
      for (String table : TABLES) {
        try (var s = connection.createStatement()) {
          s.execute("drop table if exists raw_copy_" + table);
          s.execute("create table raw_copy_%s (like %s including all)".formatted(table, table));
        }
      }
      connection.setAutoCommit(false);
      Measure.timed(
          "raw COPY of the same rows",
          () -> {
            rows.forEach((table, file) -> copyIn(connection, table, file));
            commit(connection);
          });
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copyIn(Connection connection, String table, Path file) {
    try (var in = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy raw_copy_%s from stdin".formatted(table), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
