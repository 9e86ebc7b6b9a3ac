package org.rollbook.core.reconcile;

/**
 * What source and target last said of one fact, as far as we know. Usually they say the same. Where
 * they differ, a person changed the target and the change is kept.
 *
 * @param source what the source said
 * @param target what the target had
 */
public record Agreement<V>(V source, V target) {
  public static <V> Agreement<V> on(V value) {
    return new Agreement<>(value, value);
  }

  /** Whether a person's change in the target stands against the source. */
  public boolean kept() {
    return !source.equals(target);
  }
}
