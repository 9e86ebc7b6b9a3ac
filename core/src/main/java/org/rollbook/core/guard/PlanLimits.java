package org.rollbook.core.guard;

/**
 * What a plan may do without a person's approval (R2); set per connection. A limit is passed when
 * both its share and its number are: small schools and classes are not held for small changes.
 *
 * @param schoolRemovals the share of a school's memberships that may be removed
 * @param schoolRemovalsFrom the number of removals in a school from which the share counts
 * @param classRemovals the share of a class's members that may be removed
 * @param classRemovalsFrom the number of removals in a class from which the share counts
 * @param schoolEndings the share of a school's classes that may be archived or declined
 * @param schoolEndingsFrom the number of endings in a school from which the share counts
 */
public record PlanLimits(
    double schoolRemovals,
    int schoolRemovalsFrom,
    double classRemovals,
    int classRemovalsFrom,
    double schoolEndings,
    int schoolEndingsFrom) {

  /** The limits of R2. */
  public static final PlanLimits USUAL = new PlanLimits(0.10, 20, 0.50, 5, 0.10, 3);

  public PlanLimits {
    requireShare(schoolRemovals);
    requireShare(classRemovals);
    requireShare(schoolEndings);
    requireNumber(schoolRemovalsFrom);
    requireNumber(classRemovalsFrom);
    requireNumber(schoolEndingsFrom);
  }

  /** The share that so many percent are. */
  public static double share(int percent) {
    return percent / 100.0;
  }

  /** How many percent a share is, to the nearest one. */
  public static long percent(double share) {
    return Math.round(share * 100);
  }

  private static void requireShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "a limit is a share from 0 to 100 percent, not %d".formatted(percent(share)));
    }
  }

  private static void requireNumber(int from) {
    if (from < 0) {
      throw new IllegalArgumentException(
          "the number from which a share counts is 0 or more, not %d".formatted(from));
    }
  }
}
