package org.rollbook.core.guard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollbook.core.guard.Hold.Rule;
import org.rollbook.core.roster.RecordKind;

/**
 * Decides whether a snapshot may be applied at once (H4). A district's first snapshot can only be
 * held for what is missing in it, a file without rows or rows that cannot be read: there is nothing
 * yet that it could take away.
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
   * @param unread of each kind that has any
   */
  public static List<Hold> check(
      List<KindChange> changes,
      Set<RecordKind> headerOnly,
      Map<RecordKind, UnreadRows> unread,
      SnapshotLimits limits) {
    var holds = new ArrayList<Hold>();
    for (KindChange change : changes) {
      checkKind(change, limits, holds);
      if (headerOnly.contains(change.kind()) && REQUIRED.contains(change.kind())) {
        holds.add(new Hold(Rule.HEADER_ONLY, change.kind(), change.deleted(), change.before()));
      }
      var rows = Optional.ofNullable(unread.get(change.kind())).orElse(UnreadRows.NONE);
      unreadable(change, rows, limits).ifPresent(holds::add);
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

  /**
   * What nobody could read is no reason to delete, so it would pass as a quiet day, every day. A
   * row that the roster never had is none of its records: it counts at the first import only, or a
   * district that lives with such rows would be held every night.
   */
  private static Optional<Hold> unreadable(
      KindChange change, UnreadRows rows, SnapshotLimits limits) {
    boolean first = change.before() == 0;
    if (beyond(rows.kept(), change.before(), limits.deletedPercent(), limits)
        || (rows.nothingRead() && rows.kept() > 0)) {
      return Optional.of(new Hold(Rule.UNREADABLE, change.kind(), rows.kept(), change.before()));
    }
    long lost = first || rows.nothingRead() ? rows.unread() : rows.swallowed();
    long came = rows.read() + lost;
    return rows.nothingRead() || beyond(lost, came, limits.deletedPercent(), limits)
        ? Optional.of(new Hold(Rule.UNREADABLE_ROWS, change.kind(), lost, came))
        : Optional.empty();
  }

  private static boolean beyond(long count, long before, int percent, SnapshotLimits limits) {
    return count >= limits.atLeast() && count * 100 > before * percent;
  }
}
