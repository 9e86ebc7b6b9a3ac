package org.rollbook.registry.testing;

import org.rollbook.registry.database.Database;

/**
 * An embedded server that does not wait for its disk: what tests write need not outlive the
 * machine. Killed processes lose nothing by it, for the system keeps what they wrote.
 */
public final class HastyDisk {
  private HastyDisk() {}

  /** Makes the server of {@code database} hasty, and gives it back. */
  public static Database of(Database database) {
    for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      database.jdbc().sql("alter system set %s = off".formatted(setting)).update();
    }
    database.jdbc().sql("select pg_reload_conf()").query(Boolean.class).single();
    return database;
  }
}
