package org.rollbook.sync.testing;

import org.rollbook.core.reconcile.ClassState;

/** Google's words for the states of a class. */
public final class GoogleWords {
  private GoogleWords() {}

  public static String of(ClassState state) {
    return switch (state) {
      case OFFERED -> "PROVISIONED";
      case ACTIVE -> "ACTIVE";
      case ARCHIVED -> "ARCHIVED";
      case DECLINED -> "DECLINED";
      case DELETED -> throw new IllegalArgumentException("a deleted class has no state");
    };
  }

  public static ClassState state(String word) {
    return switch (word) {
      case "PROVISIONED" -> ClassState.OFFERED;
      case "ACTIVE" -> ClassState.ACTIVE;
      case "ARCHIVED" -> ClassState.ARCHIVED;
      case "DECLINED" -> ClassState.DECLINED;
      default -> throw new IllegalArgumentException("Google has no state " + word);
    };
  }
}
