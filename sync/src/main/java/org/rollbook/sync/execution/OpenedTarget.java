package org.rollbook.sync.execution;

import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.quota.Calls;
import org.rollbook.sync.target.Target;

/**
 * A connection's target, ready to be asked.
 *
 * @param calls through which all calls go, within the quotas; they are counted there
 */
record OpenedTarget(TargetConnection connection, Target target, Calls calls)
    implements AutoCloseable {
  @Override
  public void close() {
    target.close();
  }
}
