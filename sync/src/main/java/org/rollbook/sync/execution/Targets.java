package org.rollbook.sync.execution;

import java.util.Map;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.Target;

/** Opens the target of a connection. The only thing here that knows kinds of targets. */
public interface Targets {
  /**
   * The quotas that calls through this connection count against, per minute, by whom they are
   * counted for: connections that share a project share its quota. Empty when there are none.
   */
  Map<String, Integer> quotas(TargetConnection connection, String credentials);

  /**
   * @param credentials as the target gave them
   * @throws IllegalArgumentException when the credentials cannot be used, without showing them
   */
  Target open(TargetConnection connection, String credentials, CallGate gate);
}
