package org.rollbook.sources.clever;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ways in which files write the values of one domain, and the one way in which Clever's API
 * writes each.
 *
 * <p>Capital letters and what stands between words do not count: {@code Pre-K}, {@code prek} and
 * {@code PRE K} are one spelling. Beside a digit they do count, so that {@code -1}, {@code 1.2} and
 * {@code 1/2} are not taken for other numbers.
 */
final class Spellings {
  private final Map<String, String> canonical;

  private Spellings(Map<String, String> canonical) {
    this.canonical = canonical;
  }

  /**
   * @param table a line for each value: the canonical value, and after a colon its other spellings,
   *     separated by commas
   * @throws IllegalArgumentException when one spelling stands for two values
   */
  static Spellings of(String table) {
    var canonical = new TreeMap<String, String>();
    for (String line : table.strip().split("\n", -1)) {
      String[] parts = line.split(":", 2);
      String value = parts[0].strip();
      add(canonical, value, value);
      for (String spelling : (parts.length == 1 ? value : parts[1]).split(",", -1)) {
        add(canonical, spelling, value);
      }
    }
    return new Spellings(Map.copyOf(canonical));
  }

  private static void add(Map<String, String> canonical, String spelling, String value) {
    String earlier = canonical.put(key(spelling.strip()), value);
    if (earlier != null && !earlier.equals(value)) {
      throw new IllegalArgumentException(spelling + " is both " + earlier + " and " + value);
    }
  }

  Optional<String> canonical(String text) {
    return Optional.ofNullable(canonical.get(key(text)));
  }

  private static String key(String text) {
    var key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || besideDigit(text, i)) {
        key.append(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean besideDigit(String text, int i) {
    return (i > 0 && Character.isDigit(text.charAt(i - 1)))
        || (i + 1 < text.length() && Character.isDigit(text.charAt(i + 1)));
  }
}
