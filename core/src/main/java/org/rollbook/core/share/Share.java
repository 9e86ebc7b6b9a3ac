package org.rollbook.core.share;

import org.rollbook.core.roster.Section;

/** Which part of a roster one consumer sees (H6). */
public sealed interface Share {
  /** Whether a section, and with it its people, is shared. */
  boolean includes(Section section);

  /** Everything that the district has. */
  record WholeDistrict() implements Share {
    @Override
    public boolean includes(Section section) {
      return true;
    }
  }
}
