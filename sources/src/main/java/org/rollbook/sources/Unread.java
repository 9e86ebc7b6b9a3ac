package org.rollbook.sources;

import java.util.Set;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;

/**
 * What a rejected row would have named, as closely as can be told. A rejected row is not an absent
 * row (H3): nothing that this covers may be deleted because of the snapshot.
 */
public sealed interface Unread {
  /** The row's own key could be read. */
  record One(RecordKey key) implements Unread {}

  /**
   * The row has a comma too many or too few, which may be in its own key. It names {@code likely},
   * or else a record of that kind whose whole id one of {@code readings} begins with: those that it
   * would name may not be deleted either. {@code 123Smith} is 123 without the comma behind it.
   *
   * @param readings what stands where the key begins
   */
  record OneOf(RecordKey likely, Set<String> readings) implements Unread {
    public OneOf {
      readings = Set.copyOf(readings);
    }
  }

  /** The row named a school, but not which record: all of that kind in that school stay. */
  record InSchool(RecordKind kind, SchoolId school) implements Unread {}

  /** An enrolment row named a section, but not whom: all of that section's enrolments stay. */
  record InSection(SectionId section) implements Unread {}

  /** Nothing could be read: all of that kind stay. */
  record Whole(RecordKind kind) implements Unread {}
}
