package org.rollbook.sync.target;

/**
 * The target cannot be used now: it kept failing, or it does not let us in. Nothing is lost: what
 * was not answered is done by the next run.
 */
public final class TargetUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /** How far the trouble reaches. */
  private enum Reach {
    ONE_CLASS,
    TARGET,
    LEFT_ALONE
  }

  private final Reach reach;

  /**
   * @param message what happened, what it means and what to do, without any secret
   */
  public TargetUnavailable(String message, Throwable cause) {
    this(message, cause, Reach.TARGET);
  }

  private TargetUnavailable(String message, Throwable cause, Reach reach) {
    super(message, cause);
    this.reach = reach;
  }

  /**
   * We cannot make out what the target says of one class: nothing is wrong with the target.
   *
   * @param message as above
   */
  public static TargetUnavailable forOneClass(String message, Throwable cause) {
    return new TargetUnavailable(message, cause, Reach.ONE_CLASS);
  }

  /**
   * The target asked not to be called for longer than anybody waits.
   *
   * @param message as above
   */
  public static TargetUnavailable leftAlone(String message, Throwable cause) {
    return new TargetUnavailable(message, cause, Reach.LEFT_ALONE);
  }

  /** Whether it says nothing of any other class. */
  public boolean onlyOneClass() {
    return reach == Reach.ONE_CLASS;
  }

  /** Whether the target asked to be left alone: then no other call may be made to it either. */
  public boolean leftAlone() {
    return reach == Reach.LEFT_ALONE;
  }
}
