package org.rollbook.google.calls;

/** What Google said to one call. */
public sealed interface Reply<T> {
  /**
   * It did what was asked.
   *
   * @param repeated whether an attempt before the answered one may have taken effect
   */
  record Ok<T>(T value, boolean repeated) implements Reply<T> {}

  /**
   * It will not do it.
   *
   * @param repeated whether an attempt before the answered one may have taken effect, so that what
   *     it refuses may be what we did ourselves
   */
  record No<T>(Refusal refusal, boolean repeated) implements Reply<T> {}
}
