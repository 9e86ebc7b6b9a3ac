package org.rollbook.core.reconcile;

/**
 * The decision table for one account's seat in one class.
 *
 * <pre>
 * source             target              meaning         cooperative             mirror
 * same               same                in step         nothing                 nothing
 * added              never there         join            add                     add
 * added              there, by hand      shared          note as shared          note
 * still there        gone, not by us     removed by hand keep out (kept change)  re-add
 * not there          put there           put by hand     keep (kept change)      take off
 * gone               there, put by us    SIS drop        remove                  remove
 * gone               there, by hand      not ours        keep                    remove
 * gone               gone                agreed          forget                  forget
 * other role         as we left it       role change     change the seat         change
 * any                another by hand     conflict        keep the hand's         source wins
 * returns after drop absent              return          add                     add, with data
 * </pre>
 *
 * @param move whether the target's seat has to become the source's
 * @param after what is agreed afterwards; when {@code move}, once the target has followed
 */
record SeatDecision(boolean move, SeatAgreement after) {

  static SeatDecision decide(Seat source, SeatAgreement baseline, Seat target, Policy policy) {
    boolean targetChanged = target != baseline.target();
    boolean byHand = target != Seat.NONE && (targetChanged || baseline.byHand());
    var asTheyAre = new SeatDecision(false, new SeatAgreement(source, target, byHand));
    var moved = new SeatDecision(true, SeatAgreement.ours(source));
    if (source == target) {
      return asTheyAre;
    }
    if (policy == Policy.MIRROR) {
      return moved;
    }
    boolean sourceChanged = source != baseline.source();
    boolean handWasThere = targetChanged || baseline.kept() || byHand;
    return sourceChanged && !handWasThere ? moved : asTheyAre;
  }

  /**
   * What is agreed when the baseline is lost or the class was there before we knew of it: adopt
   * what is equal, remove nothing, list the rest.
   */
  static SeatAgreement adopt(Seat source, Seat target) {
    boolean equal = source == target;
    return new SeatAgreement(source, target, !equal && target != Seat.NONE);
  }
}
