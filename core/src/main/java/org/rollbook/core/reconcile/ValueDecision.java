package org.rollbook.core.reconcile;

/**
 * The decision table for a fact with one value: a class's name or owner.
 *
 * <pre>
 * source    target    meaning        cooperative              mirror
 * same      same      in step        nothing                  nothing
 * changed   same      SIS change     apply                    apply
 * same      changed   someone's hand keep                     put back
 * changed   changed, to the same     agreed, no call          agreed
 * changed   changed, to different    name: keep the hand's    source wins
 *                                    owner: source wins
 * </pre>
 *
 * <p>A kept change that the source has not answered counts as "same", and one that the source now
 * changes as well is a conflict, however long ago the hand was there.
 *
 * @param apply whether the source's value is to be written to the target
 * @param after what is agreed afterwards; when {@code apply}, once the target has taken the value
 */
record ValueDecision<V>(boolean apply, Agreement<V> after) {

  /** Who wins when both sides changed to different values under the cooperative policy. */
  enum Conflict {
    HAND_STANDS,
    SOURCE_WINS
  }

  static <V> ValueDecision<V> decide(
      V source, Agreement<V> baseline, V target, Conflict conflict, Policy policy) {
    var asTheyAre = new ValueDecision<>(false, new Agreement<>(source, target));
    var applied = new ValueDecision<>(true, Agreement.on(source));
    if (source.equals(target)) {
      return asTheyAre;
    }
    if (policy == Policy.MIRROR) {
      return applied;
    }
    boolean sourceChanged = !source.equals(baseline.source());
    if (!sourceChanged) {
      return asTheyAre;
    }
    boolean handWasThere = baseline.kept() || !target.equals(baseline.target());
    return handWasThere && conflict == Conflict.HAND_STANDS ? asTheyAre : applied;
  }
}
