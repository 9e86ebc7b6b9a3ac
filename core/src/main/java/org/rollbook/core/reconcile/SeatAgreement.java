package org.rollbook.core.reconcile;

/**
 * What source and target last said of one account's seat in a class.
 *
 * @param source the seat the source gave
 * @param target the seat the target had
 * @param byHand whether a person put the account where it is in the target, alone or before the
 *     source did; only we ourselves remove what only we put there
 */
public record SeatAgreement(Seat source, Seat target, boolean byHand) {
  public static final SeatAgreement NONE = new SeatAgreement(Seat.NONE, Seat.NONE, false);

  public SeatAgreement {
    if (byHand && target == Seat.NONE) {
      throw new IllegalArgumentException("an empty seat was put there by nobody");
    }
  }

  /** The seat that we gave because the source did. */
  public static SeatAgreement ours(Seat seat) {
    return new SeatAgreement(seat, seat, false);
  }

  /** Whether a person's change in the target stands against the source. */
  public boolean kept() {
    return source != target;
  }
}
