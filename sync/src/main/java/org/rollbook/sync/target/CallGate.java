package org.rollbook.sync.target;

/**
 * The one door through which every call to a target goes: it waits for quota, counts, and repeats
 * what failed in passing, with capped exponential back-off and jitter (R4). Safe for many threads;
 * it blocks the calling one.
 */
public interface CallGate {
  /**
   * Makes one call.
   *
   * @return what {@code call} returned
   * @throws TargetUnavailable when it still fails after as many attempts as are allowed; the last
   *     attempts may have taken effect
   */
  <T> T call(CallKind kind, Attempt<T> call) throws TargetUnavailable, InterruptedException;

  /** One attempt at a call. */
  @FunctionalInterface
  interface Attempt<T> {
    /**
     * @param repeated whether an attempt before this one may have taken effect although it got no
     *     answer or a failure, so that "already so" may be our own doing
     * @throws PassingFailure when trying again later may help
     */
    T make(boolean repeated) throws PassingFailure;
  }
}
