package org.rollbook.core.guard;

/**
 * How much of one record kind a snapshot may change without a person's approval.
 *
 * @param deletedPercent more than this share deleted is held
 * @param updatedPercent more than this share updated is held
 * @param atLeast fewer records than this are never held for their share: in a small district one
 *     teacher is more than a tenth
 */
public record SnapshotLimits(int deletedPercent, int updatedPercent, int atLeast) {
  public static final SnapshotLimits USUAL = new SnapshotLimits(10, 75, 10);

  public SnapshotLimits {
    requireShare(deletedPercent);
    requireShare(updatedPercent);
    if (atLeast < 1) {
      throw new IllegalArgumentException("the least number of records is 1, not " + atLeast);
    }
  }

  private static void requireShare(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(
          "a limit is a share from 0 to 100 percent, not %d".formatted(percent));
    }
  }
}
