package org.rollbook.registry.database;

/**
 * The tables of one module. Each module numbers its migrations for itself and has a history table
 * of its own, {@code schema_history_<module>}, so that modules do not wait for each other's
 * numbers; sets are applied in the order in which they are given.
 *
 * @param module lower-case letters
 * @param location where the scripts are on the class path, for example {@code
 *     org/rollbook/sync/migrations}
 * @param newest the number of the newest script there: what a database is compared with before
 *     Flyway, which takes a third of a second to wake, is asked to do anything
 */
public record MigrationSet(String module, String location, int newest) {
  public MigrationSet {
    if (!module.matches("[a-z_]+")) {
      throw new IllegalArgumentException("module '" + module + "' is not lower-case letters");
    }
  }

  /** The registry's own tables; always there, always first. */
  static final MigrationSet REGISTRY =
      new MigrationSet("registry", "org/rollbook/registry/migrations", 7);

  String historyTable() {
    return "schema_history_" + module;
  }
}
