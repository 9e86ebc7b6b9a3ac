package org.rollbook.emulator;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls were made since the counts were last set to nothing. Every call of a known method
 * counts, also a refused or a faulted one, because it was made and cost quota in real life; each
 * part of a batch is one. Calls of the token endpoint are in {@code byMethod} as {@code token} and
 * in neither sum.
 *
 * @param read calls by GET
 * @param write all others
 * @param byMethod by names such as {@code courses.create} or {@code directory.users.list}
 */
public record CallCounts(long read, long write, Map<String, Long> byMethod) {
  public CallCounts {
    byMethod = Collections.unmodifiableMap(new TreeMap<>(byMethod));
  }

  /** The calls of one method. */
  public long of(String method) {
    return byMethod.getOrDefault(method, 0L);
  }
}
