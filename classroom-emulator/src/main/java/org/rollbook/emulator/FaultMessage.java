package org.rollbook.emulator;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes {@link Faults} as JSON. */
final class FaultMessage {
  private static final Set<String> FIELDS =
      Set.of(
          "seed",
          "rates",
          "latencyMillis",
          "retryAfterSeconds",
          "quota",
          "methods",
          "tokens",
          "next");

  private FaultMessage() {}

  static Faults read(ObjectNode json) {
    Fields fields = Fields.of("faults", json, FIELDS);
    Fields quota =
        Fields.of("quota", object(json, "quota"), Set.of("userPerMinute", "clientPerMinute"));
    try {
      return new Faults(
          fields.number("seed").orElse(0.0).longValue(),
          rates(object(json, "rates")),
          fields.number("latencyMillis").orElse(0.0).intValue(),
          fields.number("retryAfterSeconds").orElse(0.0).intValue(),
          count(quota, "userPerMinute"),
          count(quota, "clientPerMinute"),
          methods(json),
          fields.flag("tokens").orElse(false),
          next(json));
    } catch (IllegalArgumentException wrong) {
      throw Refused.invalid(String.valueOf(wrong.getMessage()));
    }
  }

  private static ObjectNode object(ObjectNode json, String name) {
    return json.path(name) instanceof ObjectNode object ? object : Json.object();
  }

  private static OptionalInt count(Fields quota, String name) {
    return quota
        .number(name)
        .map(number -> OptionalInt.of(number.intValue()))
        .orElseGet(OptionalInt::empty);
  }

  private static Map<FaultKind, Double> rates(ObjectNode json) {
    Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
    Fields fields = new Fields("rates", json);
    for (String word : json.propertyNames()) {
      rates.put(kind(word), fields.number(word).orElse(0.0));
    }
    return rates;
  }

  private static FaultKind kind(String word) {
    return FaultKind.of(word).orElseThrow(() -> Refused.invalid("No kind of fault: " + word));
  }

  private static Set<String> methods(ObjectNode json) {
    Set<String> methods = new TreeSet<>();
    json.path("methods").forEach(name -> methods.add(name.asString()));
    return methods;
  }

  private static List<PlannedFault> next(ObjectNode json) {
    List<PlannedFault> next = new ArrayList<>();
    for (JsonNode each : json.path("next")) {
      if (!(each instanceof ObjectNode object)) {
        throw Refused.invalid("A planned fault is an object");
      }
      Fields fields = Fields.of("next", object, Set.of("method", "after", "fault", "times"));
      next.add(
          new PlannedFault(
              fields.text("method").orElse("*"),
              fields.number("after").orElse(0.0).intValue(),
              kind(fields.text("fault").orElse("")),
              fields.number("times").orElse(1.0).intValue()));
    }
    return next;
  }

  static ObjectNode write(Faults faults) {
    ObjectNode json = Json.object().put("seed", faults.seed());
    ObjectNode rates = json.putObject("rates");
    faults.rates().forEach((kind, rate) -> rates.put(kind.word(), rate));
    json.put("latencyMillis", faults.latencyMillis());
    json.put("retryAfterSeconds", faults.retryAfterSeconds());
    ObjectNode quota = json.putObject("quota");
    faults.userPerMinute().ifPresent(calls -> quota.put("userPerMinute", calls));
    faults.clientPerMinute().ifPresent(calls -> quota.put("clientPerMinute", calls));
    ArrayNode methods = json.putArray("methods");
    faults.methods().forEach(methods::add);
    json.put("tokens", faults.tokens());
    ArrayNode next = json.putArray("next");
    for (PlannedFault planned : faults.next()) {
      ObjectNode each = next.addObject().put("method", planned.method());
      each.put("after", planned.after()).put("fault", planned.fault().word());
      each.put("times", planned.times());
    }
    return json;
  }
}
