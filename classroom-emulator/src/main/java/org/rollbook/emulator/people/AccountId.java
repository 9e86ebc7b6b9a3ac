package org.rollbook.emulator.people;

import java.util.Optional;

/**
 * An account's id: 21 digits on the wire, as Google's are; the ordinal of its making inside, so
 * that a membership costs four bytes.
 */
public record AccountId(int ordinal) implements Comparable<AccountId> {
  private static final String PREFIX = "10";
  private static final long FIRST = 4_611_000_000_000_000_000L;
  private static final long STEP = 7_919;
  private static final int DIGITS = 21;

  /** The id on the wire. */
  public String text() {
    return PREFIX + (FIRST + ordinal * STEP);
  }

  /** Reads an id from the wire; nothing when no account could have it. */
  public static Optional<AccountId> parse(String text) {
    if (text.length() != DIGITS || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      long distance = Long.parseLong(text.substring(PREFIX.length())) - FIRST;
      boolean ours = distance >= 0 && distance % STEP == 0 && distance / STEP < Integer.MAX_VALUE;
      return ours ? Optional.of(new AccountId((int) (distance / STEP))) : Optional.empty();
    } catch (NumberFormatException notDigits) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(AccountId other) {
    return Integer.compare(ordinal, other.ordinal);
  }
}
