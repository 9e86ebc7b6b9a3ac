package org.rollbook.emulator.calls;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollbook.emulator.wire.Refused;

/** Finds the method of a request line. */
public final class Router {
  private static final int LONGEST = 8_000;

  /**
   * A method with the decoded parts of its path.
   *
   * @param parts by their names in the template
   */
  public record Match(ApiMethod method, Map<String, String> parts) {}

  private Router() {}

  /**
   * Finds the method.
   *
   * @param rawPath the path as sent, with escapes, beginning with a slash
   */
  public static Optional<Match> match(Verb verb, String rawPath) {
    if (rawPath.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> segments = List.of(rawPath.substring(1).split("/", -1));
    for (ApiMethod method : ApiMethod.values()) {
      if (method.verb() == verb && method.template().size() == segments.size()) {
        Optional<Map<String, String>> parts = parts(method.template(), segments);
        if (parts.isPresent()) {
          return Optional.of(new Match(method, parts.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> parts(List<String> template, List<String> given) {
    Map<String, String> parts = new HashMap<>(4);
    for (int i = 0; i < template.size(); i++) {
      String wanted = template.get(i);
      String segment = given.get(i);
      int close = wanted.indexOf('}');
      if (close < 0) {
        if (!wanted.equals(segment)) {
          return Optional.empty();
        }
        continue;
      }
      String custom = wanted.substring(close + 1);
      if (segment.length() <= custom.length() || !segment.endsWith(custom)) {
        return Optional.empty();
      }
      String value = segment.substring(0, segment.length() - custom.length());
      parts.put(wanted.substring(1, close), decoded(value));
    }
    return Optional.of(parts);
  }

  /** Undoes percent escapes only: a plus sign in a path is a plus sign. */
  private static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refused.invalid("Request contains an invalid argument.");
    }
  }
}
