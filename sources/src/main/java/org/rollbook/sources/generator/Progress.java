package org.rollbook.sources.generator;

/** Told how far a generation has come. */
@FunctionalInterface
public interface Progress {
  /** A file was finished: {@code file} of {@code day}, the last day being {@code days - 1}. */
  void wrote(int day, int days, String file);

  /** For those who do not watch. */
  static Progress unwatched() {
    return (day, days, file) -> {};
  }
}
