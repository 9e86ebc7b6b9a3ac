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
      List<Long> counts =
          sql.counts(
              """
              select (select count(*) from {kind}
                      where district_id = {district} and deleted_event is null),
                     count(*) filter (where change in ('c', 'r')),
                     count(*) filter (where change = 'u'),
                     (select count(*) from gone where kind = '{KIND}')
              from new_{kind}
              """,
              "kind",
              table.table(),
              "KIND",
              table.kind().name());
      kinds.add(
          new KindChange(table.kind(), counts.get(0), counts.get(1), counts.get(2), counts.get(3)));
    }
    List<Long> counts =
        sql.counts(
            """
            select (select count(*) from enrolment where district_id = {district}),
                   count(*) filter (where comes), count(*) filter (where not comes)
            from enrolment_change
            """);
    kinds.add(new KindChange(RecordKind.ENROLMENT, counts.get(0), counts.get(1), 0, counts.get(2)));
    return new RosterChanges(kinds);
  }

  KindChange of(RecordKind kind) {
    return kinds.stream().filter(change -> change.kind() == kind).findFirst().orElseThrow();
  }

  /**
   * What would be told if these changes were taken, an enrolment counted as a record of its own.
   */
  ImportReport.Events wouldTell() {
    return new ImportReport.Events(
        kinds.stream().mapToLong(KindChange::created).sum(),
        kinds.stream().mapToLong(KindChange::updated).sum(),
        kinds.stream().mapToLong(KindChange::deleted).sum());
  }

  boolean none() {
    return kinds.stream().allMatch(k -> k.created() + k.updated() + k.deleted() == 0);
  }
}
