package org.rollbook.app.commands;

import org.rollbook.app.console.Console;
import org.springframework.dao.DataAccessException;

/** What follows every roster that was taken: apps see it. */
public final class AppsInformed {
  private AppsInformed() {}

  /**
   * Runs {@code publication}. The roster is taken by then, whatever happens here: a failure is told
   * beside the command's answer and does not become it, and a server publishes what is left.
   */
  public static void by(Runnable publication, Console console) {
    try {
      publication.run();
    } catch (DataAccessException failure) {
      console.aside(
          "The roster is taken, but apps do not see it yet: %s. A server that runs tries again by"
                  .formatted(failure.getMostSpecificCause().getMessage())
              + " itself; so does the next import.");
    }
  }
}
