package org.rollbook.hub.signin;

import org.rollbook.registry.database.MigrationSet;

/** The tables that signing in adds to the database. */
public final class SignInTables {
  /** To be given to whoever opens the database. */
  public static final MigrationSet MIGRATIONS =
      new MigrationSet("hub", "org/rollbook/hub/migrations", 1);

  private SignInTables() {}
}
