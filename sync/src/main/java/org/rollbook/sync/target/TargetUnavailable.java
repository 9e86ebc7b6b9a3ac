package org.rollbook.sync.target;

/**
 * The target cannot be used now: it kept failing, or it does not let us in. Nothing is lost: what
 * was not answered is done by the next run.
 */
public final class TargetUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened, what it means and what to do, without any secret
   */
  public TargetUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
