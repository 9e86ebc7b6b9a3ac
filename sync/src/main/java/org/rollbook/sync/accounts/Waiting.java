package org.rollbook.sync.accounts;

import java.util.Optional;
import org.rollbook.core.reconcile.WaitingReason;

/** Who or what waits, and why (G3, G4). */
public sealed interface Waiting {
  /** Why it waits. */
  WaitingReason reason();

  /**
   * Somebody without a usable account.
   *
   * @param sourceId the person's id in the source
   * @param role student or teacher
   */
  record Person(
      String sourceId, String name, Optional<String> email, String role, WaitingReason reason)
      implements Waiting {}

  /**
   * A class that cannot be made while its primary teacher has no account.
   *
   * @param section the section's id in the source
   * @param teacher the primary teacher's source id, empty text when the section names none
   */
  record ClassOf(
      String section,
      String className,
      String school,
      String teacher,
      String teacherName,
      Optional<String> email,
      WaitingReason reason)
      implements Waiting {}
}
