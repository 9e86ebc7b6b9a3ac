package org.rollbook.google.classroom;

import org.rollbook.google.calls.Refusal;
import org.rollbook.google.directory.Administrator;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.Refused;
import org.rollbook.sync.target.TargetUnavailable;

/** Turns what Google refused into the answer to one operation (R4). */
public final class Refusals {
  private final Administrator administrator;

  public Refusals(Administrator administrator) {
    this.administrator = administrator;
  }

  /**
   * The answer.
   *
   * @throws TargetUnavailable when it is not this operation that Google minds: a denial without a
   *     reason is also what everything gets once the administrator is one no more
   */
  Answer answer(Refusal refusal) throws TargetUnavailable, InterruptedException {
    if (refusal.bareDenial()) {
      administrator.confirm();
    }
    return new Refused(refusal.code(), refusal.message(), refusal.advice());
  }
}
