package org.rollbook.sync.execution;

import org.rollbook.sync.connections.ConnectionId;

/** Another run of the connection is under way, in this process or another. */
public final class AlreadyRunning extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AlreadyRunning(ConnectionId connection) {
    super(
        "A run of "
            + connection
            + " is under way. Nothing was started; see 'runs' and try again when it is over.");
  }
}
