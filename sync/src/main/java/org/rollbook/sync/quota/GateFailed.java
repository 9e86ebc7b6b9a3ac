package org.rollbook.sync.quota;

/**
 * What Rollbook itself needs before a call may be made, failed: its database, which keeps the
 * quotas. It says nothing of the target, and concerns every call.
 */
public final class GateFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GateFailed(RuntimeException cause) {
    super("no leave to call the target could be had", cause);
  }
}
