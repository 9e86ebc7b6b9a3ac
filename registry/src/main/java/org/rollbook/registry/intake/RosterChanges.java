package org.rollbook.registry.intake;

import java.util.ArrayList;
import java.util.List;
import org.rollbook.core.guard.KindChange;
import org.rollbook.core.roster.RecordKind;

/**
 * Counts what a resolved snapshot would change, for the guard and to leave out what need not be.
 */
record RosterChanges(List<KindChange> kinds) {
  RosterChanges {
    kinds = List.copyOf(kinds);
  }

  static RosterChanges count(Statements sql) {
    var kinds = new ArrayList<KindChange>();
    for (RosterTable table : RosterTable.values()) {
      kinds.add(
          new KindChange(
              table.kind(),
              count(
                  sql,
                  table,
                  """
                  select count(*) from {kind}
                  where district_id = {district} and deleted_event is null
                  """),
              count(sql, table, "select count(*) from new_{kind} where change in ('c', 'r')"),
              count(sql, table, "select count(*) from new_{kind} where change = 'u'"),
              count(sql, table, "select count(*) from gone_{kind}")));
    }
    kinds.add(
        new KindChange(
            RecordKind.ENROLMENT,
            sql.count("select count(*) from enrolment where district_id = {district}"),
            sql.count("select count(*) from enrolment_change where comes"),
            0,
            sql.count("select count(*) from enrolment_change where not comes")));
    return new RosterChanges(kinds);
  }

  private static long count(Statements sql, RosterTable table, String query) {
    return sql.count(query, "kind", table.table());
  }

  KindChange of(RecordKind kind) {
    return kinds.stream().filter(change -> change.kind() == kind).findFirst().orElseThrow();
  }

  boolean none() {
    return kinds.stream().allMatch(k -> k.created() + k.updated() + k.deleted() == 0);
  }
}
