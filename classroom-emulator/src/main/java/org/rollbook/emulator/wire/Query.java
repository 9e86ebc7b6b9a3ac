package org.rollbook.emulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query string or a form, decoded, in order; a name may repeat.
 *
 * @param values every value by name
 */
public record Query(Map<String, List<String>> values) {
  private static final int MOST_PARAMETERS = 1_000;

  /** Reads {@code a=1&b=2}; nothing at all gives no parameters. */
  public static Query parse(@Nullable String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (raw != null && !raw.isEmpty()) {
      String[] parts = raw.split("&", MOST_PARAMETERS + 1);
      if (parts.length > MOST_PARAMETERS) {
        throw Refused.invalid("Request has too many parameters.");
      }
      for (String part : parts) {
        int equals = part.indexOf('=');
        String name = decode(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : decode(part.substring(equals + 1));
        values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
      }
    }
    return new Query(values);
  }

  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw Refused.invalid("Request contains an invalid argument.");
    }
  }

  /** The last value of a name, unless it is absent or empty. */
  public Optional<String> one(String name) {
    List<String> all = all(name);
    return all.isEmpty() || all.getLast().isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Every value of a name, in order. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The names that occur. */
  public Set<String> names() {
    return values.keySet();
  }

  /**
   * A whole number that is not negative.
   *
   * @throws Refused INVALID_ARGUMENT when it is something else
   */
  public int count(String name) {
    String text = one(name).orElse("0");
    try {
      int number = Integer.parseInt(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notNumber) {
      throw Refused.invalid("Invalid value at '" + name + "' (TYPE_INT32), \"" + text + "\"");
    }
    throw Refused.invalid("Request contains an invalid argument.");
  }
}
