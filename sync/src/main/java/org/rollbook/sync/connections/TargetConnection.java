package org.rollbook.sync.connections;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.reconcile.Policy;

/**
 * A district joined to one target.
 *
 * @param id its id
 * @param districtId the district's number in the database
 * @param districtKey the district's id as people write it
 * @param target the kind of target, for example {@code google-classroom}
 * @param administrator the account that we act as at the target
 * @param rootUrl where the target's API is, when not at its usual place
 * @param policy whom to believe when source and target differ
 * @param grace how long a section may be gone before its class is ended (G11)
 * @param callsPerMinute how many calls this connection allows itself within the target's quota,
 *     when not all of it
 * @param limits what a plan may do without approval (R2)
 */
public record TargetConnection(
    ConnectionId id,
    int districtId,
    String districtKey,
    String target,
    String administrator,
    Optional<URI> rootUrl,
    Policy policy,
    Duration grace,
    Optional<Integer> callsPerMinute,
    PlanLimits limits) {}
