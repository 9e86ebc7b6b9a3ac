package org.rollbook.registry.sharing;

import java.time.Instant;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.intake.DistrictKey;

/**
 * What an app reads one district's data with.
 *
 * @param district which district
 * @param record the id by which apps know the district
 * @param token the secret; made anew from the node's key each time it is shown, never stored
 * @param since when the share that it is of was last set
 */
public record DistrictToken(DistrictKey district, RecordId record, String token, Instant since) {
  /** Without the token: it must reach no log. */
  @Override
  public String toString() {
    return "DistrictToken[district=" + district + ", record=" + record + "]";
  }
}
