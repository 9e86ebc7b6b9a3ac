package org.rollbook.learn.assignments;

import java.math.BigInteger;

/**
 * An exact number: a fraction, so that 1/3 is 1/3.
 *
 * @param denominator more than zero
 */
record Quantity(BigInteger numerator, BigInteger denominator) {
  Quantity {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("a denominator of " + denominator);
    }
  }

  Quantity plus(Quantity other) {
    return new Quantity(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Quantity negated() {
    return new Quantity(numerator.negate(), denominator);
  }

  boolean negative() {
    return numerator.signum() < 0;
  }

  /** Whether the other is at most {@code tolerance} away. */
  boolean isWithin(Quantity tolerance, Quantity other) {
    var away = plus(other.negated());
    var distance = new Quantity(away.numerator.abs(), away.denominator);
    return !distance.plus(tolerance.negated()).isMoreThanZero();
  }

  private boolean isMoreThanZero() {
    return numerator.signum() > 0;
  }
}
