package org.rollbook.emulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.rollbook.emulator.calls.ApiMethod;

/** Counts calls from many threads. */
final class CallCounter {
  private final Map<ApiMethod, AtomicLong> counts = new EnumMap<>(ApiMethod.class);
  private final AtomicLong tokens = new AtomicLong();

  CallCounter() {
    for (ApiMethod method : ApiMethod.values()) {
      counts.put(method, new AtomicLong());
    }
  }

  void count(ApiMethod method) {
    Objects.requireNonNull(counts.get(method)).incrementAndGet();
  }

  void countToken() {
    tokens.incrementAndGet();
  }

  void reset() {
    counts.values().forEach(count -> count.set(0));
    tokens.set(0);
  }

  CallCounts counts() {
    long read = 0;
    long write = 0;
    Map<String, Long> byMethod = new TreeMap<>();
    for (Map.Entry<ApiMethod, AtomicLong> entry : counts.entrySet()) {
      long count = entry.getValue().get();
      read += entry.getKey().reads() ? count : 0;
      write += entry.getKey().reads() ? 0 : count;
      if (count > 0) {
        byMethod.put(entry.getKey().id(), count);
      }
    }
    if (tokens.get() > 0) {
      byMethod.put("token", tokens.get());
    }
    return new CallCounts(read, write, byMethod);
  }
}
