package org.rollbook.core.guard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rollbook.core.guard.Hold.Rule;
import org.rollbook.core.roster.RecordKind;

/**
 * Decides whether a snapshot may be applied at once (H4). A district's first snapshot can only be
 * held for a file without rows: there is nothing yet that it could take away.
 */
public final class SnapshotGuard {
  /** Below this many records, all of them replaced is an ordinary day. */
  private static final long MANY_KEYS = 10;

  /** The kinds whose file every snapshot must have. */
  private static final Set<RecordKind> REQUIRED =
      Set.copyOf(
          EnumSet.of(
              RecordKind.SCHOOL,
              RecordKind.TEACHER,
              RecordKind.STUDENT,
              RecordKind.SECTION,
              RecordKind.ENROLMENT));

  private SnapshotGuard() {}

  /**
   * Every limit that the snapshot goes beyond, in the order of {@code changes} and of the rules;
   * none when it may be applied.
   *
   * @param changes one for each kind
   * @param headerOnly the kinds whose file has a header and no row
   */
  public static List<Hold> check(
      List<KindChange> changes, Set<RecordKind> headerOnly, SnapshotLimits limits) {
    var holds = new ArrayList<Hold>();
    for (KindChange change : changes) {
      checkKind(change, limits, holds);
      if (headerOnly.contains(change.kind()) && REQUIRED.contains(change.kind())) {
        holds.add(new Hold(Rule.HEADER_ONLY, change.kind(), change.deleted(), change.before()));
      }
    }
    return List.copyOf(holds);
  }

  private static void checkKind(KindChange change, SnapshotLimits limits, List<Hold> holds) {
    if (beyond(change.deleted(), change.before(), limits.deletedPercent(), limits)) {
      holds.add(new Hold(Rule.DELETED, change.kind(), change.deleted(), change.before()));
    }
    if (beyond(change.updated(), change.before(), limits.updatedPercent(), limits)) {
      holds.add(new Hold(Rule.UPDATED, change.kind(), change.updated(), change.before()));
    }
    if (change.before() > 0 && change.after() == 0) {
      holds.add(new Hold(Rule.EMPTIED, change.kind(), change.deleted(), change.before()));
    }
    boolean allGone = change.before() >= MANY_KEYS && change.deleted() == change.before();
    if (allGone && change.created() > 0) {
      holds.add(new Hold(Rule.RENAMED_KEYS, change.kind(), change.deleted(), change.before()));
    }
  }

  private static boolean beyond(long count, long before, int percent, SnapshotLimits limits) {
    return count >= limits.atLeast() && count * 100 > before * percent;
  }
}
