package org.rollbook.registry.testing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.rollbook.core.roster.RecordKind;

/** One of something for each kind of record. */
final class PerKind<T> {
  private final Map<RecordKind, T> each = new EnumMap<>(RecordKind.class);

  PerKind(Supplier<T> empty) {
    for (RecordKind kind : RecordKind.values()) {
      each.put(kind, empty.get());
    }
  }

  T get(RecordKind kind) {
    return Objects.requireNonNull(each.get(kind));
  }
}
