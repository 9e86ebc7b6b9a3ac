package org.rollbook.sources.clever;

import java.util.Locale;
import java.util.Optional;

/** E-mail addresses as target systems know people by them. */
final class EmailAddress {
  /** RFC 5321, 4.5.3.1: what fits into a path. */
  private static final int LONGEST = 254;

  private EmailAddress() {}

  /**
   * The address in lower case; absent when it can be nobody's: without exactly one {@code @}
   * between two parts, or with blanks, commas and the like in it, as two addresses in one cell
   * have.
   */
  static Optional<String> canonical(String text) {
    int at = text.indexOf('@');
    boolean wellFormed =
        text.length() <= LONGEST
            && at > 0
            && at == text.lastIndexOf('@')
            && at < text.length() - 1
            && text.charAt(at + 1) != '.'
            && !text.endsWith(".")
            && text.chars().noneMatch(EmailAddress::isForeign);
    return wellFormed ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  private static boolean isForeign(int c) {
    return c <= ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || ",;:<>()[]\"\\".indexOf(c) >= 0;
  }
}
