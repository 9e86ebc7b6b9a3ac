package org.rollbook.bench;

/** Told how the benchmarks go on: they take minutes. */
public interface BenchProgress {

  /**
   * Something begins.
   *
   * @param what for a person, as "first imports"
   * @param count how many times it is done, or of how many parts it is
   */
  void begin(String what, long count);

  /** {@code more} of them are over. */
  void advance(long more);
}
