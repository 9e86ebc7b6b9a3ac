package org.rollbook.sync.connections;

import java.net.URI;
import java.util.Optional;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.reconcile.Policy;

/**
 * What is needed to join a district to a target.
 *
 * @param districtKey an existing district
 * @param target the kind of target
 * @param administrator the account that we act as there
 * @param credentials the target's credentials as it gave them; stored sealed, never shown
 * @param graceDays days between a section's leaving and the end of its class, 0 or more
 */
public record NewConnection(
    String districtKey,
    String target,
    String administrator,
    String credentials,
    Optional<URI> rootUrl,
    Policy policy,
    int graceDays,
    Optional<Integer> callsPerMinute,
    PlanLimits limits) {
  public NewConnection {
    if (graceDays < 0 || graceDays > 366) {
      throw new IllegalArgumentException("days of grace are 0 to 366, not " + graceDays);
    }
    if (callsPerMinute.filter(calls -> calls < 1).isPresent()) {
      throw new IllegalArgumentException("calls per minute are at least 1");
    }
  }

  /** Leaves out the credentials. */
  @Override
  public String toString() {
    return "NewConnection[" + districtKey + " to " + target + " as " + administrator + "]";
  }
}
