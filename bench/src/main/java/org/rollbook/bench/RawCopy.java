package org.rollbook.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The bound of importing: {@code COPY} of the same files, as they are, in one transaction into
 * logged tables with keys and indexes like ours. Nothing is checked, resolved, compared or told.
 */
final class RawCopy {
  private static final String ENROLMENTS = "enrollments.csv";

  private final DataSource dataSource;

  RawCopy(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes the empty tables, outside of what is timed. */
  void prepare(Path folder) throws IOException, SQLException {
    try (Connection connection = dataSource.getConnection()) {
      for (Path file : files(folder)) {
        try (var statement = connection.createStatement()) {
          statement.execute("drop table if exists " + table(file));
          statement.execute(create(file));
          if (isEnrolments(file)) {
            statement.execute(
                "create index on %s (district_id, \"student_id\")".formatted(table(file)));
          }
        }
      }
    }
  }

  /** Returns how many rows were copied. */
  long copy(Path folder) throws IOException, SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      long rows = 0;
      for (Path file : files(folder)) {
        rows += copy(connection, file);
      }
      connection.commit();
      return rows;
    }
  }

  void drop(Path folder) throws IOException, SQLException {
    try (Connection connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      for (Path file : files(folder)) {
        statement.execute("drop table " + table(file));
      }
    }
  }

  private static long copy(Connection connection, Path file) throws IOException, SQLException {
    try (InputStream in = Files.newInputStream(file)) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy %s (%s) from stdin (format csv, header)"
                  .formatted(table(file), String.join(", ", columns(file))),
              in,
              1 << 18);
    }
  }

  private static String create(Path file) throws IOException {
    List<String> columns = columns(file);
    String texts =
        columns.stream()
            .map(column -> column + " text collate \"C\"")
            .collect(Collectors.joining(", "));
    return isEnrolments(file)
        ? """
        create table %s (district_id integer not null default 1, %s,
          primary key (district_id, "section_id", "student_id"))
        """
            .formatted(table(file), texts)
        : """
        create table %s (district_id integer not null default 1,
          id bigint generated always as identity, %s,
          primary key (district_id, id), unique (district_id, %s))
        """
            .formatted(table(file), texts, key(file, columns));
  }

  /** A teacher's row starts with the school: the key is the column that the file is named for. */
  private static String key(Path file, List<String> columns) {
    String kind = String.valueOf(file.getFileName()).replaceAll("s?\\.csv", "");
    return columns.contains("\"" + kind + "_id\"") ? "\"" + kind + "_id\"" : columns.getFirst();
  }

  private static boolean isEnrolments(Path file) {
    return file.endsWith(ENROLMENTS);
  }

  private static String table(Path file) {
    return "bench_" + String.valueOf(file.getFileName()).replace(".csv", "");
  }

  private static List<String> columns(Path file) throws IOException {
    try (var rows = CsvReader.builder().ofCsvRecord(file)) {
      return rows.iterator().next().getFields().stream()
          .map(name -> "\"" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_") + "\"")
          .toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
