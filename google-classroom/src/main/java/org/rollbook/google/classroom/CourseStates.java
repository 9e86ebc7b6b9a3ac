package org.rollbook.google.classroom;

import org.jspecify.annotations.Nullable;
import org.rollbook.core.reconcile.ClassState;

/**
 * Google's words for where a class is in its life (source: discovery, {@code Course.courseState}).
 */
final class CourseStates {
  private CourseStates() {}

  /**
   * Our word for Google's. A class that Google suspended can be read and not changed, and so is one
   * in a state that Google invents later as far as we are concerned: both count as archived, by a
   * hand that is not ours, and are left alone.
   */
  static ClassState ours(@Nullable String googles) {
    return switch (googles) {
      case "PROVISIONED" -> ClassState.OFFERED;
      case "ACTIVE" -> ClassState.ACTIVE;
      case "DECLINED" -> ClassState.DECLINED;
      case null, default -> ClassState.ARCHIVED;
    };
  }

  /** Google's word for ours. */
  static String googles(ClassState ours) {
    return switch (ours) {
      case OFFERED -> "PROVISIONED";
      case ACTIVE -> "ACTIVE";
      case ARCHIVED -> "ARCHIVED";
      case DECLINED -> "DECLINED";
      case DELETED -> throw new IllegalArgumentException("a class is never deleted by us (G6)");
    };
  }
}
