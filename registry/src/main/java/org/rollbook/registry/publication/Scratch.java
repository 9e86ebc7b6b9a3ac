package org.rollbook.registry.publication;

import java.util.List;

/**
 * The temporary tables of one publication. A connection keeps them, and each commit empties them:
 * making one costs the database as much as thousands of rows.
 */
final class Scratch {
  private static final List<String> TABLES =
      List.of(
          // Roster records that something happened to; whether it may concern who they are (they
          // came, went, or have another e-mail), and whether it concerns their contacts.
          "touched (kind text, id bigint, identity boolean, contacts boolean)",
          // Teachers and staff who appear as somebody else than before; null for the new.
          "user_change (record_id bigint, before bigint, after bigint)",
          // Published objects that may have changed.
          "candidate (kind smallint, id bigint, primary key (kind, id))",
          // The primary school of those candidates who are at several.
          "home (person_id bigint primary key, school_id bigint)",
          // Candidates as they are now, without times; those that are gone are not here.
          "rendered (kind smallint, id bigint, object jsonb, links bigint[], primary key (kind, id))",
          // What did change. Before is null for the new, after for the gone.
          """
          object_change (kind smallint, id bigint, before jsonb, after jsonb,
            links_before bigint[], links_after bigint[], primary key (kind, id))
          """,
          // Of the share in hand: who may have come or gone, and which rules bring whom, by which
          // of their records (a person may have two).
          "member_candidate (kind smallint, id bigint, primary key (kind, id))",
          "brought (kind smallint, id bigint, record bigint, rule smallint)",
          // The rule by which a record was in a share, and is now; null for out of it.
          """
          member_change (app_id integer, kind smallint, id bigint, before smallint, after smallint,
            primary key (app_id, kind, id))
          """);

  private Scratch() {}

  static void make(DistrictSql sql) {
    // Compiling a plan costs more than our statements do.
    sql.run("set local jit = off");
    sql.run("set local work_mem = '64MB'");
    // A plan for this publication's few rows is not to be used for another's many.
    sql.run("set local plan_cache_mode = force_custom_plan");
    for (String table : TABLES) {
      sql.run("create temporary table if not exists %s on commit delete rows".formatted(table));
    }
  }
}
