package org.rollbook.sync.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name that we give a class for ever (G12). It is made from the district's and the section's
 * own ids and not from ids of our database, so that classes are found again even after a new
 * installation: first contact, not a second class.
 */
final class ClassName {
  /** Google takes aliases of 256 characters, the two of the scope included. */
  private static final int LONGEST = 200;

  private ClassName() {}

  static String of(String districtKey, String sectionSourceId) {
    var name = new StringBuilder("rollbook.");
    escape(districtKey, name);
    name.append('.');
    escape(sectionSourceId, name);
    return name.length() <= LONGEST ? name.toString() : "rollbook." + digest(name.toString());
  }

  /**
   * Letters, digits, {@code -} and {@code _} stay; all else is written in hex, so no two ids meet.
   */
  private static void escape(String id, StringBuilder to) {
    for (byte unit : id.getBytes(UTF_8)) {
      int c = unit & 0xff;
      boolean plain = (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '_';
      if (plain) {
        to.append((char) c);
      } else {
        to.append('~').append(HexFormat.of().toHexDigits(unit));
      }
    }
  }

  private static String digest(String name) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
