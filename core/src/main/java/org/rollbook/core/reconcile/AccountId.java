package org.rollbook.core.reconcile;

/**
 * A person's account at the target, by the target's own immutable id (for Google the numeric
 * account id). Differences are computed on these, never on e-mail addresses (G2).
 *
 * @param value never blank
 */
public record AccountId(String value) implements Comparable<AccountId> {
  public AccountId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("account id is blank");
    }
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
