package org.rollbook.core.roster;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a source says of a record beyond what Rollbook itself decides on: grade, gender, state id,
 * period, a district's own {@code ext.} columns. Names are Clever's column names in lower case
 * ({@code student_number}, {@code ext.locker_number}); values are never empty: what a source leaves
 * out is absent. The order is that of the names, so equal attributes are written equally.
 *
 * <p>They are a map and not forty components because an app is shown some of them and not others
 * (H6), and a district adds its own.
 */
public record Attributes(SortedMap<String, String> values) {
  public static final Attributes NONE = new Attributes(new TreeMap<>());

  public Attributes {
    values.forEach((name, value) -> {
      if (name.isBlank() || value.isEmpty()) {
        throw new IllegalArgumentException("attribute '" + name + "' has no name or no value");
      }
    });
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Attributes of(Map<String, String> values) {
    return values.isEmpty() ? NONE : new Attributes(new TreeMap<>(values));
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** These attributes, and those of {@code other} that are not among them. */
  public Attributes orElse(Attributes other) {
    var merged = new TreeMap<>(other.values);
    merged.putAll(values);
    return new Attributes(merged);
  }
}
