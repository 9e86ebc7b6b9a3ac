package org.rollbook.app.doctor;

import java.util.Optional;
import java.util.function.Supplier;
import org.rollbook.app.console.Trouble;

/**
 * One thing that was looked at.
 *
 * @param what it is
 * @param says how it stands; never a secret
 * @param missing what to do; absent when all is well
 */
record Finding(String what, String says, Optional<String> missing) {
  static Finding good(String what, String says) {
    return new Finding(what, says, Optional.empty());
  }

  static Finding bad(String what, String says, String missing) {
    return new Finding(what, says, Optional.of(missing));
  }

  /** What {@code look} finds; what it trips over is a finding too, and the next look goes on. */
  static Finding of(String what, Supplier<Finding> look) {
    try {
      return look.get();
    } catch (RuntimeException e) {
      return unusable(what, e);
    }
  }

  static Finding unusable(String what, RuntimeException why) {
    return bad(what, "cannot be used", Trouble.of(why).message());
  }

  boolean isGood() {
    return missing.isEmpty();
  }
}
