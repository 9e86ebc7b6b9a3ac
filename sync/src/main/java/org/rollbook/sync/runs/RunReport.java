package org.rollbook.sync.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollbook.core.guard.PlanHold;
import org.rollbook.sync.connections.ConnectionId;

/**
 * A run as people see it.
 *
 * @param planned operations in the plan
 * @param done operations that are so now, ours or not
 * @param refused operations that the target refused for good
 * @param left operations that were not done because a hand was there or one before was not done
 * @param waiting people who wait for an account
 * @param reads calls made that change nothing, planning included
 * @param writes calls made that change something
 * @param holds why it waits for a person
 * @param trouble why it is incomplete, empty text otherwise
 */
public record RunReport(
    RunId run,
    ConnectionId connection,
    RunStatus status,
    long planned,
    long done,
    long refused,
    long left,
    long waiting,
    long reads,
    long writes,
    List<PlanHold> holds,
    Instant madeAt,
    Optional<Instant> finishedAt,
    String trouble) {
  /** The same with why it is incomplete. */
  public RunReport inTrouble(String says) {
    return new RunReport(
        run,
        connection,
        status,
        planned,
        done,
        refused,
        left,
        waiting,
        reads,
        writes,
        holds,
        madeAt,
        finishedAt,
        says);
  }
}
