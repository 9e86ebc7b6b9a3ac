package org.rollbook.sync.execution;

import java.sql.SQLException;
import java.util.Optional;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.runs.RunHistory;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * One sync of a connection, by whoever holds its lease: goes on with what was interrupted, plans in
 * the state of now (R1), and runs what the guard lets pass.
 */
final class LeasedSync {
  /** So many plans of one sync may be overtaken by imports, but for the last. */
  private static final int PLANS_AT_MOST = 3;

  private final RunHistory history;
  private final RunLife life;
  private final Plans plans;
  private final RunProgress progress;

  /** Makes a plan of the connection. */
  interface Plans {
    RunId make() throws TargetUnavailable, InterruptedException;
  }

  LeasedSync(RunHistory history, RunLife life, Plans plans, RunProgress progress) {
    this.history = history;
    this.life = life;
    this.plans = plans;
    this.progress = progress;
  }

  RunReport sync(ConnectionId id) throws TargetUnavailable, InterruptedException {
    try {
      var interrupted = history.begun(id);
      if (interrupted.isPresent()) {
        var resumed = goOn(interrupted.get());
        if (resumed.status().begun()) {
          return resumed;
        }
      }
      return planAndRun(interrupted);
    } catch (SQLException e) {
      throw new IllegalStateException("the run of " + id + " stopped", e);
    }
  }

  /** As planned, and as approved, unless the plan is out of date by now (R1). */
  private RunReport goOn(RunId run) throws SQLException, InterruptedException {
    if (life.endWhenOutdated(run)) {
      progress.step(
          """
          the roster or somebody's account has changed since %s was planned: what it has not done \
          is planned anew, and an approval of %s is none of the new plan\
          """
              .formatted(run, run));
      return history.get(run);
    }
    progress.step("going on with " + run);
    return life.execute(run, RunScope.WHOLE, progress);
  }

  private RunReport planAndRun(Optional<RunId> interrupted)
      throws TargetUnavailable, SQLException, InterruptedException {
    var run = planUntilPresent();
    var planned = history.get(run);
    if (planned.status() == RunStatus.HELD) {
      return planned;
    }
    var report = life.execute(run, RunScope.WHOLE, progress);
    // Who asks again after a kill wants to know what became of the run, not that nothing is left.
    return interrupted.filter(_ -> planned.planned() == 0).map(history::get).orElse(report);
  }

  /**
   * A plan that is held, or was begun in the very state that it was made from: an import may land
   * while it is made. Where each new one is overtaken as well, the last is begun without the
   * classes to which something happened.
   */
  private RunId planUntilPresent() throws TargetUnavailable, SQLException, InterruptedException {
    for (int attempt = 1; attempt < PLANS_AT_MOST; attempt++) {
      var run = plans.make();
      if (held(run) || begun(run)) {
        return run;
      }
      progress.step("planning anew: the roster has changed since %s was planned".formatted(run));
    }
    var last = plans.make();
    if (!held(last)) {
      life.beginWithoutChanged(last);
    }
    return last;
  }

  private boolean held(RunId run) {
    return history.get(run).status() == RunStatus.HELD;
  }

  private boolean begun(RunId run) throws SQLException {
    try {
      life.begin(run, RunScope.WHOLE);
      return true;
    } catch (StalePlan _) {
      return false;
    }
  }
}
