package org.rollbook.registry.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a database's tables up to date; one SELECT per module when they are. */
final class Schema {
  /** Whoever makes tables has this advisory lock: any number, the same in every version. */
  static final long TURN = 7_655_265_665L;

  private static final int PATIENCE_MINUTES = 10;

  private final DataSource dataSource;

  Schema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void bringUpToDate(List<MigrationSet> sets) {
    if (!areNewest(sets)) {
      inTurn(() -> sets.stream().filter(set -> !isNewest(set)).forEach(this::migrate));
    }
  }

  /** Looks at all: one that is newer than we are is refused before anything is changed. */
  private boolean areNewest(List<MigrationSet> sets) {
    boolean all = true;
    for (MigrationSet set : sets) {
      all &= isNewest(set);
    }
    return all;
  }

  private boolean isNewest(MigrationSet set) {
    int found = versionOf(set);
    if (found > set.newest()) {
      throw newerThanWeAre(set, found);
    }
    return found == set.newest();
  }

  /** 0 in an empty database, and for a module that is new to it. */
  private int versionOf(MigrationSet set) {
    var jdbc = JdbcClient.create(dataSource);
    boolean there =
        jdbc.sql("select to_regclass(:history) is not null")
            .param("history", set.historyTable())
            .query(Boolean.class)
            .single();
    return there
        ? jdbc.sql(
                "select coalesce(max(version::integer), 0) from %s where success"
                    .formatted(set.historyTable()))
            .query(Integer.class)
            .single()
        : 0;
  }

  /**
   * One process at a time, until it ends or dies. Flyway's own lock is not enough: it looks whether
   * its history is there before it takes it, and who sees none beside tables that another process
   * has made meanwhile fails ("Unable to baseline").
   */
  private void inTurn(Runnable work) {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    transaction.executeWithoutResult(held -> {
      takeTurn();
      work.run();
    });
  }

  private void takeTurn() {
    var jdbc = JdbcClient.create(dataSource);
    jdbc.sql("set local lock_timeout = '%dmin'".formatted(PATIENCE_MINUTES)).update();
    // This connection has nothing to do while others make the tables, however long that takes.
    jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
    try {
      int _ =
          jdbc.sql("select 1 from pg_advisory_xact_lock(:turn)")
              .param("turn", TURN)
              .query(Integer.class)
              .single();
    } catch (PessimisticLockingFailureException e) {
      throw new DatabaseUnavailable(
          DatabaseUnavailable.Reason.OUTSIDE,
          ("Another process has been making this database's tables for %d minutes. Nothing was"
                  + " changed. Wait for it, or end it, and try again.")
              .formatted(PATIENCE_MINUTES),
          e);
    }
  }

  private void migrate(MigrationSet set) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:" + set.location())
        .table(set.historyTable())
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  private static DatabaseUnavailable newerThanWeAre(MigrationSet set, int found) {
    return new DatabaseUnavailable(
        DatabaseUnavailable.Reason.NEWER_SCHEMA,
        ("The database's %s tables are of version %d, and this Rollbook knows versions up to %d. "
                + "Nothing was changed. Start the newer Rollbook that made them.")
            .formatted(set.module(), found, set.newest()));
  }
}
