package org.rollbook.sync.target;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a class was made, as the target tells it. It is what parts a class that an attempt of ours
 * made without our hearing of it from one of a former installation, which has the same name at the
 * target (G12): the one is ours whatever people have done with it since, the other is first
 * contact, which removes nothing and puts nobody back.
 *
 * @param made empty where the target does not say
 */
public record ClassAge(Optional<Instant> made) {
  /** How far the target's clock and that of this machine may be apart. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  /** Nothing is known; such a class is nobody's that we know of. */
  public static final ClassAge UNTOLD = new ClassAge(Optional.empty());

  /** Whether an attempt that was begun at this instant may have made the class. */
  public boolean mayComeOf(Instant attempt) {
    return made.isPresent() && !made.get().isBefore(attempt.minus(CLOCKS_APART));
  }
}
