package org.rollbook.sync;

import org.rollbook.registry.database.MigrationSet;

/** The tables that this module adds to the database. */
public final class SyncTables {
  /** To be given to whoever opens the database. */
  public static final MigrationSet MIGRATIONS =
      new MigrationSet("sync", "org/rollbook/sync/migrations", 7);

  private SyncTables() {}
}
