package org.rollbook.sync.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rollbook.core.guard.PlanHold;
import org.rollbook.sync.connections.ConnectionId;

/**
 * A run as people see it. Its operations are done, refused, left out, or {@linkplain #toDo() still
 * to do}.
 *
 * @param planned operations in the plan
 * @param done operations that are so now, ours or not
 * @param already of these, those that were so before we asked
 * @param refused operations that the target refused for good or never answered
 * @param unanswered of these, those that it never answered
 * @param leftOut operations that this run does not do any more, because a hand was there or one
 *     before was not done
 * @param waiting people who waited for an account when the run ended, or when it was planned if it
 *     has not; absent for a run from before that was kept
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
    long already,
    long refused,
    long unanswered,
    long leftOut,
    OptionalLong waiting,
    long reads,
    long writes,
    List<PlanHold> holds,
    Instant madeAt,
    Optional<Instant> finishedAt,
    String trouble) {
  /** Operations that wait for approval, for their turn, or for the next sync that goes on. */
  public long toDo() {
    return planned - done - refused - leftOut;
  }

  /** The same with why it is incomplete. */
  public RunReport inTrouble(String says) {
    return new RunReport(
        run,
        connection,
        status,
        planned,
        done,
        already,
        refused,
        unanswered,
        leftOut,
        waiting,
        reads,
        writes,
        holds,
        madeAt,
        finishedAt,
        says);
  }
}
