package org.rollbook.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a list goes on. A token holds the last thing seen, so a list stays whole while others add
 * and remove, and a fingerprint of the query, because Google's tokens are only valid with an
 * otherwise identical query.
 */
public final class PageToken {
  private static final int LONGEST = 2_000;

  private PageToken() {}

  /** The token that goes on after {@code last} in this query asked by this caller. */
  public static String after(String last, String list, Query query) {
    String text = Integer.toHexString(fingerprint(list, query)) + ":" + last;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What the query's token stands after, if it has one.
   *
   * @param list which list, in whose eyes
   * @throws Refused INVALID_ARGUMENT when the token is not one of this query
   */
  public static Optional<String> read(String list, Query query) {
    return query.one("pageToken").map(token -> read(token, list, query));
  }

  private static String read(String token, String list, Query query) {
    String expected = Integer.toHexString(fingerprint(list, query)) + ":";
    try {
      if (token.length() <= LONGEST) {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith(expected)) {
          return text.substring(expected.length());
        }
      }
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
    throw invalid();
  }

  /** The page size to use: the server's own when none is asked, and never more than it. */
  public static int size(Query query, String parameter, int usual, int most) {
    int asked = query.count(parameter);
    return asked == 0 ? usual : Math.min(asked, most);
  }

  private static int fingerprint(String list, Query query) {
    int print = list.hashCode();
    for (var entry : query.values().entrySet()) {
      if (!entry.getKey().equals("pageToken") && !entry.getKey().equals("prettyPrint")) {
        print += entry.hashCode();
      }
    }
    return print;
  }

  private static Refused invalid() {
    return Refused.invalid("Invalid page token.");
  }
}
