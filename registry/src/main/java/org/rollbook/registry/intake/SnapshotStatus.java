package org.rollbook.registry.intake;

import java.util.Locale;

/** What became of a snapshot. */
public enum SnapshotStatus {
  /** The roster is as the snapshot says. */
  APPLIED,
  /** The roster was so already. */
  UNCHANGED,
  /** It goes beyond a limit and waits for a person (H4). */
  HELD,
  /** It cannot be read as a whole (H3). */
  REFUSED,
  /** A person looked at it and does not want it. */
  DISCARDED,
  /** It was held, and a newer one that was held or taken came before anybody decided. */
  SUPERSEDED;

  /** The word in the database and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SnapshotStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
