package org.rollbook.registry.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open database, its tables up to date. */
public final class Database implements AutoCloseable {
  /**
   * The work that goes on at once in one process must not hold all of them while it needs another:
   * imports hold one each, syncs three each and are limited to four. An unused one costs nothing.
   */
  private static final int CONNECTIONS = 16;

  private final HikariDataSource pool;
  private final Optional<EmbeddedServer> ours;

  private Database(HikariDataSource pool, Optional<EmbeddedServer> ours) {
    this.pool = pool;
    this.ours = ours;
  }

  /**
   * Opens the database that {@code settings} say, starting it when it is ours and not running, and
   * brings the registry's tables and those of {@code others} up to date.
   *
   * @throws DatabaseUnavailable when that cannot be done
   */
  public static Database open(DatabaseSettings settings, List<MigrationSet> others) {
    return switch (settings) {
      case DatabaseSettings.External external -> openExternal(external, others);
      case DatabaseSettings.Embedded embedded -> openEmbedded(embedded, others);
    };
  }

  /** As {@link #open(DatabaseSettings, List)}, with the registry's own tables only. */
  public static Database open(DatabaseSettings settings) {
    return open(settings, List.of());
  }

  private static Database openExternal(
      DatabaseSettings.External external, List<MigrationSet> others) {
    if (!isReadable(external.jdbcUrl())) {
      throw new DatabaseUnavailable(
          DatabaseUnavailable.Reason.SETTINGS,
          "The database address '%s' is not of the form jdbc:postgresql://host:port/database."
              .formatted(external.address()));
    }
    return connected(external, others, Optional.empty());
  }

  private static boolean isReadable(String jdbcUrl) {
    try {
      return jdbcUrl.startsWith("jdbc:postgresql:") && DriverManager.getDriver(jdbcUrl) != null;
    } catch (SQLException e) {
      // The driver's own words for it would show the password.
      return false;
    }
  }

  private static Database openEmbedded(
      DatabaseSettings.Embedded embedded, List<MigrationSet> others) {
    EmbeddedServer server = EmbeddedServer.attach(embedded.home());
    try {
      return connected(server.address(), others, Optional.of(server));
    } catch (RuntimeException | Error e) {
      server.close();
      throw e;
    }
  }

  private static Database connected(
      DatabaseSettings.External external,
      List<MigrationSet> others,
      Optional<EmbeddedServer> ours) {
    HikariDataSource pool = pool(external);
    try {
      var sets = new ArrayList<MigrationSet>(List.of(MigrationSet.REGISTRY));
      sets.addAll(others);
      new Schema(pool).bringUpToDate(sets);
      return new Database(pool, ours);
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
  }

  private static HikariDataSource pool(DatabaseSettings.External external) {
    var config = new HikariConfig();
    config.setPoolName("rollbook");
    config.setJdbcUrl(external.jdbcUrl());
    config.setUsername(external.user());
    config.setPassword(external.password());
    config.setMaximumPoolSize(CONNECTIONS);
    // Connections are opened as they are needed: most commands need one.
    config.setMinimumIdle(0);
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", "rollbook");
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new DatabaseUnavailable(
          reasonOf(e),
          "The database at %s does not let us in as '%s': %s. Check address, role and password."
              .formatted(external.address(), external.user(), rootMessage(e)),
          e);
    }
  }

  private static DatabaseUnavailable.Reason reasonOf(Throwable trouble) {
    for (Throwable e = trouble; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql && sql.getSQLState() != null) {
        // 28: role or password; 3D: no such database. All else is network or server.
        boolean ours = sql.getSQLState().startsWith("28") || sql.getSQLState().startsWith("3D");
        return ours ? DatabaseUnavailable.Reason.SETTINGS : DatabaseUnavailable.Reason.OUTSIDE;
      }
    }
    return DatabaseUnavailable.Reason.OUTSIDE;
  }

  private static String rootMessage(Throwable trouble) {
    Throwable root = trouble;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof UnknownHostException
        ? "there is no host '%s'".formatted(root.getMessage())
        : String.valueOf(root.getMessage());
  }

  /** A small pool, shared by everything in this process. */
  public DataSource dataSource() {
    return pool;
  }

  /** For ordinary SQL. */
  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  /**
   * Another database of the server that is ours, empty when it was missing: for a program with
   * tables of its own, as long as this one is open. Absent when the server is somebody else's.
   *
   * @param name letters only
   */
  public Optional<DatabaseSettings.External> sibling(String name) {
    return ours.map(server -> {
      if (!name.matches("[a-z]+")) {
        throw new IllegalArgumentException("'" + name + "' is no name for a database");
      }
      makeWhenMissing(name);
      return server.address(name);
    });
  }

  private void makeWhenMissing(String name) {
    boolean there =
        jdbc()
            .sql("select exists (select from pg_database where datname = :name)")
            .param("name", name)
            .query(Boolean.class)
            .single();
    if (!there) {
      try {
        jdbc().sql("create database " + name).update();
      } catch (DataIntegrityViolationException | BadSqlGrammarException e) {
        // Another process was faster, unless it is not there: then whoever opens it is told.
      }
    }
  }

  /** Closes the connections; stops an embedded server when nobody else uses it. */
  @Override
  public void close() {
    pool.close();
    ours.ifPresent(EmbeddedServer::close);
  }
}
