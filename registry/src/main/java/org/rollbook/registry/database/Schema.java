package org.rollbook.registry.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings a database's tables up to date; one SELECT per module when they are. */
final class Schema {
  private final DataSource dataSource;

  Schema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void bringUpToDate(List<MigrationSet> sets) {
    for (MigrationSet set : sets) {
      int found = versionOf(set);
      if (found > set.newest()) {
        throw newerThanWeAre(set, found);
      }
      if (found < set.newest()) {
        migrate(set);
      }
    }
  }

  private int versionOf(MigrationSet set) {
    try {
      return JdbcClient.create(dataSource)
          .sql(
              "select coalesce(max(version::integer), 0) from %s where success"
                  .formatted(set.historyTable()))
          .query(Integer.class)
          .single();
    } catch (BadSqlGrammarException absent) {
      return 0; // No history table yet: an empty database, or a module that is new to it.
    }
  }

  /** Flyway holds an advisory lock meanwhile, so that two processes do not migrate at once. */
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
