package org.rollbook.sync.execution;

import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.quota.Calls;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunRows;
import org.rollbook.sync.target.Target;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A connection's target, ready to be asked.
 *
 * @param calls through which all calls go, within the quotas; they are counted there
 */
record OpenedTarget(TargetConnection connection, Target target, Calls calls)
    implements AutoCloseable {
  /**
   * Adds the calls made since to the run's.
   *
   * @return how many of them were made to read
   */
  long keepCalls(JdbcClient jdbc, RunId run) {
    long reads = calls.takeReads();
    new RunRows(jdbc).addCalls(connection, run, reads, calls.takeWrites());
    return reads;
  }

  @Override
  public void close() {
    target.close();
  }
}
