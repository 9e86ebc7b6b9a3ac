package org.rollbook.core.harness;

import java.util.Arrays;

/** A promise that did not hold. */
public final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Broken(String message) {
    super(message);
  }

  /**
   * Breaks off unless a promise holds.
   *
   * @param seen what shows that it does not
   */
  public static void unless(boolean holds, String promise, Object... seen) {
    if (!holds) {
      throw new Broken(promise + ": " + Arrays.toString(seen));
    }
  }
}
