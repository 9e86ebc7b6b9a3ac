package org.rollbook.sync.connections;

import java.net.URI;
import java.util.Locale;
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
 * @param graceDays days between a section's leaving and the end of its class, 0 or more; absent for
 *     {@link #USUAL_GRACE_DAYS}, or as they were when the district is joined to the target already
 * @param callsPerMinute how many calls the connection allows itself; absent for all of the target's
 *     quota, or as it was
 * @param policy of a connection that is made; a renewed one keeps its own, and its limits
 */
public record NewConnection(
    String districtKey,
    String target,
    String administrator,
    String credentials,
    Optional<URI> rootUrl,
    Policy policy,
    Optional<Integer> graceDays,
    Optional<Integer> callsPerMinute,
    PlanLimits limits) {
  /** Days of grace when nobody says otherwise (G11). */
  public static final int USUAL_GRACE_DAYS = 7;

  public NewConnection {
    graceDays
        .filter(days -> days < 0 || days > 366)
        .ifPresent(days -> {
          throw new IllegalArgumentException("days of grace are 0 to 366, not " + days);
        });
    if (callsPerMinute.filter(calls -> calls < 1).isPresent()) {
      throw new IllegalArgumentException("calls per minute are at least 1");
    }
  }

  /**
   * Whose accounts and classes they are: the domain of the administrator's address. Another
   * administrator of it is the same place.
   */
  String workspace() {
    return administrator.substring(administrator.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** Leaves out the credentials. */
  @Override
  public String toString() {
    return "NewConnection[" + districtKey + " to " + target + " as " + administrator + "]";
  }
}
