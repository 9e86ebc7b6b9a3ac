package org.rollbook.sync.runs;

/**
 * The id of a plan and of the run that executes it, unique in the installation; people write it
 * {@code r12}.
 *
 * @param number positive
 */
public record RunId(long number) {
  public RunId {
    if (number <= 0) {
      throw new IllegalArgumentException("run number " + number + " is not positive");
    }
  }

  /** Whether {@code text} looks like a run's id. */
  public static boolean looksLike(String text) {
    return text.matches("r[1-9][0-9]{0,17}");
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException when {@code text} is something else, with a message for people
   */
  public static RunId parse(String text) {
    if (!looksLike(text)) {
      throw new IllegalArgumentException(
          "'" + text + "' is no run id: these look like r12 (see 'runs')");
    }
    return new RunId(Long.parseLong(text.substring(1)));
  }

  @Override
  public String toString() {
    return "r" + number;
  }
}
