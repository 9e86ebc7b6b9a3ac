package org.rollbook.learn.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
   */
  public static LearnDatabase open(String jdbcUrl, String user, String password) {
    var config = new HikariConfig();
    config.setPoolName("learn");
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.addDataSourceProperty("ApplicationName", "rollbook-learn");
    var pool = new HikariDataSource(config);
    try {
      migrate(pool);
      return new LearnDatabase(pool);
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
  }

  /** Flyway holds an advisory lock meanwhile, so that two processes do not migrate at once. */
  private static void migrate(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:org/rollbook/learn/migrations")
        .table("schema_history_learn")
        .load()
        .migrate();
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
