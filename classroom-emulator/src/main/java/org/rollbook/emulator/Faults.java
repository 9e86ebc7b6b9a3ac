package org.rollbook.emulator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What goes wrong, and how often. As JSON, where everything is optional and {@code {}} is no fault:
 *
 * <pre>{@code
 * {
 *   "seed": 7,                         the same seed and order of calls give the same faults
 *   "rates": {                         shares of calls from 0 to 1, together at most 1
 *     "429": 0.02, "500": 0.01, "503": 0.01,
 *     "lostRequest": 0.01,             connection closed, nothing took effect
 *     "lostReply": 0.01,               took effect, connection closed without an answer
 *     "errorAfterEffect": 0.01         took effect, 500 answered
 *   },
 *   "latencyMillis": 20,               added to every call (to the token endpoint's by "tokens")
 *   "retryAfterSeconds": 1,            sent as Retry-After with 429 and 503; 0 sends none
 *   "quota": {"userPerMinute": 100, "clientPerMinute": 250},
 *   "methods": ["courses.create"],     only these methods; empty is all; "token" is the endpoint
 *   "tokens": false,                   whether the token endpoint has faults too
 *   "next": [                          chosen calls
 *     {"method": "courses.create", "after": 2, "fault": "lostReply", "times": 1}
 *   ]
 * }
 * }</pre>
 *
 * @param rates the share of calls that each kind befalls
 * @param latencyMillis milliseconds added to every call
 * @param userPerMinute a quota per impersonated person in place of Google's, enforced even where
 *     quotas are off
 * @param clientPerMinute the same for the whole client
 * @param methods the names of the methods that have faults; none named is all
 * @param tokens whether the token endpoint has all these faults too: errors, lost requests and
 *     replies, and latency; it has no quota
 * @param next faults at chosen calls, whatever the rates
 */
public record Faults(
    long seed,
    Map<FaultKind, Double> rates,
    int latencyMillis,
    int retryAfterSeconds,
    OptionalInt userPerMinute,
    OptionalInt clientPerMinute,
    Set<String> methods,
    boolean tokens,
    List<PlannedFault> next) {
  private static final int LONGEST_LATENCY = 60_000;

  public Faults {
    Map<FaultKind, Double> ordered = new EnumMap<>(FaultKind.class);
    ordered.putAll(rates);
    rates = Collections.unmodifiableMap(ordered);
    methods = Collections.unmodifiableSet(new TreeSet<>(methods));
    next = List.copyOf(next);
    double sum = 0;
    for (double rate : rates.values()) {
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("A rate is from 0 to 1, not " + rate);
      }
      sum += rate;
    }
    if (sum > 1.000_001) {
      throw new IllegalArgumentException("Rates together are at most 1, not " + sum);
    }
    if (latencyMillis < 0 || latencyMillis > LONGEST_LATENCY || retryAfterSeconds < 0) {
      throw new IllegalArgumentException("Latency is from 0 to 60000 milliseconds");
    }
  }

  /** Nothing goes wrong. */
  public static Faults none() {
    return new Faults(
        0, Map.of(), 0, 0, OptionalInt.empty(), OptionalInt.empty(), Set.of(), false, List.of());
  }

  /** The same with one rate set. */
  public Faults withRate(FaultKind kind, double rate) {
    Map<FaultKind, Double> changed = new EnumMap<>(FaultKind.class);
    changed.putAll(rates);
    changed.put(kind, rate);
    return new Faults(
        seed,
        changed,
        latencyMillis,
        retryAfterSeconds,
        userPerMinute,
        clientPerMinute,
        methods,
        tokens,
        next);
  }

  /** The same with another seed. */
  public Faults withSeed(long other) {
    return new Faults(
        other,
        rates,
        latencyMillis,
        retryAfterSeconds,
        userPerMinute,
        clientPerMinute,
        methods,
        tokens,
        next);
  }

  /** The same with faults at chosen calls. */
  public Faults withNext(List<PlannedFault> chosen) {
    return new Faults(
        seed,
        rates,
        latencyMillis,
        retryAfterSeconds,
        userPerMinute,
        clientPerMinute,
        methods,
        tokens,
        chosen);
  }
}
