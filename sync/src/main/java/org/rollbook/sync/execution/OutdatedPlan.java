package org.rollbook.sync.execution;

import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.runs.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Leaves to the next plan what a run was to do by a plan that is out of date (R1), in the caller's
 * transaction. {@link RunEnding} marks the classes, so that they are decided anew; what a person
 * withheld of the plan goes on waiting until that plan takes its place.
 */
final class OutdatedPlan {
  /**
   * What was sent may have taken effect: the next plan looks at the class before it decides, and
   * then at what comes after it.
   */
  private static final String LEAVE_OUT =
      """
      update run_operation o
      set state = case when o.state = 1 then 7 else 6 end,
          code = case when o.state = 1 then 'NO_ANSWER' end,
          message = case when o.state = 1
            then 'the run stopped before the answer came, and the roster has changed since' end,
          advice = case when o.state = 1
            then 'Nothing needs to be done: the next plan looks what became of it.' end
      from run_class c
      where o.district_id = :district and o.run_id = :run and o.state < 2
        and c.district_id = o.district_id and c.run_id = o.run_id and c.section_id = o.section_id
        and not c.withheld
      """;

  /** The same classes that a plan would take for candidates now. */
  private static final String LEAVE_OUT_CHANGED =
      """
      update run_operation o set state = 6
      from run r
      where r.district_id = :district and r.id = :run
        and o.district_id = r.district_id and o.run_id = r.id and o.state = 0
        and o.section_id in (
          select s.section_id from section_change s
          where s.district_id = r.district_id and s.seq > r.roster_event
          union
          select p.section_id from pending_class p
          where p.district_id = r.district_id and p.connection_id = r.connection_id
            and p.mark > r.pending_mark)
      """;

  private final JdbcClient jdbc;
  private final TargetConnection connection;
  private final RunId run;

  OutdatedPlan(JdbcClient jdbc, TargetConnection connection, RunId run) {
    this.jdbc = jdbc;
    this.connection = connection;
    this.run = run;
  }

  /** All that a begun run has not done. */
  void leaveOut() {
    change(LEAVE_OUT);
  }

  /**
   * What a run that just begins was to do in classes to which something happened since its plan.
   */
  void leaveOutChanged() {
    change(LEAVE_OUT_CHANGED);
  }

  private void change(String statement) {
    jdbc.sql(statement)
        .param("district", connection.districtId())
        .param("run", run.number())
        .update();
  }
}
