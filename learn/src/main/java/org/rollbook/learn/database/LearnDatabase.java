package org.rollbook.learn.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The app's database, open, its tables up to date. Thread-safe. */
public final class LearnDatabase implements AutoCloseable {
  /** Pages and syncs hold a connection for the length of one statement or transaction. */
  private static final int CONNECTIONS = 12;

  private final HikariDataSource pool;

  private LearnDatabase(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Opens a database that is there and brings its tables up to date.
   *
   * @param jdbcUrl {@code jdbc:postgresql://host:port/database}
   * @param user a role that may make tables
   * @param password empty text when none is asked for
   * @throws DatabaseUnavailable when that cannot be done; nothing is left open or half made
   */
  public static LearnDatabase open(String jdbcUrl, String user, String password) {
    var place = new Place(jdbcUrl, user, password);
    if (look(place) < Schema.NEWEST) {
      new Schema(place).bringUpToDate();
    }
    return new LearnDatabase(pool(place));
  }

  /**
   * Looks whether {@link #open} would succeed; changes nothing.
   *
   * @return whether the tables are there and of this build; else opening makes them
   * @throws DatabaseUnavailable when it would not
   */
  public static boolean isUpToDate(String jdbcUrl, String user, String password) {
    return look(new Place(jdbcUrl, user, password)) == Schema.NEWEST;
  }

  private static int look(Place place) {
    try (var connection = place.connect()) {
      return new Schema(place).look(connection);
    } catch (SQLException | DataAccessException e) {
      throw new DatabaseUnavailable(
          DatabaseUnavailable.Reason.OUTSIDE,
          "The learning app's database at %s does not answer as it should: %s"
              .formatted(place.address(), e.getMessage()),
          e);
    }
  }

  private static HikariDataSource pool(Place place) {
    var config = new HikariConfig();
    config.setPoolName("learn");
    config.setJdbcUrl(place.jdbcUrl());
    config.setUsername(place.user());
    config.setPassword(place.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.addDataSourceProperty("ApplicationName", "rollbook-learn");
    return new HikariDataSource(config);
  }

  public DataSource dataSource() {
    return pool;
  }

  /** For ordinary SQL; takes part in a transaction that is under way. */
  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  /** Runs what is to happen wholly or not at all. */
  public TransactionTemplate transaction() {
    return new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  @Override
  public void close() {
    pool.close();
  }
}
