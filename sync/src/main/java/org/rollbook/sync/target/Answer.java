package org.rollbook.sync.target;

import java.util.Optional;
import org.rollbook.core.reconcile.Observation;

/** What became of one operation at the target. */
public sealed interface Answer {
  /**
   * The target did it now, or an earlier attempt of ours had.
   *
   * @param made the id of the class, when the operation made it
   */
  record Done(Optional<TargetClassId> made) implements Answer {}

  /**
   * It was so before we asked: the member was there, put by a person; or was gone already; or the
   * class had that state, name or owner.
   */
  record AlreadySo() implements Answer {}

  /**
   * The class to be made is there already and it was not this run that made it.
   *
   * @param id the class
   * @param seen all of it, seats included
   */
  record ClassFound(TargetClassId id, Observation.Seen seen) implements Answer {}

  /**
   * Nothing was done, because a person changed the class since the plan was made: renamed it, ended
   * it, took it into use, deleted it.
   *
   * @param observed the class as it stands, without seats
   */
  record HandWasThere(Observation observed) implements Answer {}

  /**
   * The target will not do it, now or later, unless somebody changes something. It concerns this
   * operation only (R4).
   *
   * @param code the target's stable name of the refusal, for example {@code
   *     CourseMemberLimitReached}
   * @param message what the target said
   * @param advice what a person can do about it
   */
  record Refused(String code, String message, String advice) implements Answer {}
}
