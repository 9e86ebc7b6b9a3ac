package org.rollbook.sources.cleverapi;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of an address behind the question mark; each name once. */
record Query(Map<String, String> values) {
  static final Query NONE = new Query(Map.of());

  Query {
    values = new LinkedHashMap<>(values);
  }

  /**
   * @return empty when {@code raw} is damaged
   */
  static Optional<Query> parse(String raw) {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      for (String pair : raw.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        if (!parts[0].isEmpty()) {
          values.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
      }
      return Optional.of(new Query(values));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** This query with {@code value} in the place of whatever it had under {@code name}. */
  Query with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Query(more);
  }

  /** This query, saying nothing about {@code name}. */
  Query without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(values);
    fewer.remove(name);
    return new Query(fewer);
  }

  /** This query, where {@code other} says nothing else. */
  Query with(Query other) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.putAll(other.values);
    return new Query(more);
  }

  /** The address of {@code path} with this query. */
  String behind(String path) {
    if (values.isEmpty()) {
      return path;
    }
    return values.entrySet().stream()
        .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  static String encoded(String text) {
    // A path knows no plus sign for a blank.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
