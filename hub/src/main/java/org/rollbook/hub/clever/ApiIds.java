package org.rollbook.hub.clever;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.rollbook.core.roster.RecordId;

/** Ids as the API writes them: 24 hex digits, ascending by creation. */
final class ApiIds {
  private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{24}");

  private ApiIds() {}

  /**
   * Where the id stands among all ids; empty when it is none. Ids beyond ours, such as those of
   * Clever itself, stand behind all of ours.
   */
  static OptionalLong number(String text) {
    if (!FORM.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    BigInteger number = new BigInteger(text, 16);
    return OptionalLong.of(
        number.bitLength() < Long.SIZE ? number.longValueExact() : Long.MAX_VALUE);
  }

  /** The record that the text may name; absent when it can be none of ours. */
  static Optional<RecordId> record(String text) {
    OptionalLong number = number(text);
    return number.isPresent() && number.getAsLong() > 0
        ? Optional.of(new RecordId(number.getAsLong()))
        : Optional.empty();
  }
}
