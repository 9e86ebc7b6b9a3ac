package org.rollbook.sources.generator;

/** How large classes are. */
final class ClassSize {
  static final int SMALLEST = 18;
  static final int USUAL = 25;
  static final int LARGEST = 32;

  private ClassSize() {}

  /** How many more students the section takes. */
  static int room(GeneratedSection section) {
    return Math.max(0, LARGEST - section.size());
  }
}
