package org.rollbook.learn.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL for the tests of one run, and in it a new, empty database for whoever asks. */
public final class TestDatabases {
  private static final AtomicInteger MADE = new AtomicInteger();

  private TestDatabases() {}

  /** Started when it is first needed; it ends with the process. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = started();

    private static EmbeddedPostgres started() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** A database without anything in it; to be opened as {@code postgres} without a password. */
  public record Empty(String url, JdbcClient jdbc) {}

  /** A database of its own, without tables. */
  public static Empty empty() {
    var name = "learn_" + MADE.incrementAndGet();
    JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
        .sql("create database " + name)
        .update();
    return new Empty(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(Server.POSTGRES.getPort(), name),
        JdbcClient.create(Server.POSTGRES.getDatabase("postgres", name)));
  }

  /** A database of its own, its tables made. */
  public static LearnDatabase open() {
    return LearnDatabase.open(empty().url(), "postgres", "");
  }
}
