package org.rollbook.app.commands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollbook.app.console.Words;
import org.rollbook.core.guard.PlanHold;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.runs.RunDetails;
import org.rollbook.sync.runs.RunDetails.Part;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;
import tools.jackson.core.JsonGenerator;

/** Why a plan waits for a person, with the names of schools and classes. */
final class Holds {
  private final List<PlanHold> holds;
  private final Map<RecordId, Part> schools;
  private final Map<RecordId, Part> classes;
  private final Optional<Rest> rest;

  /** What nobody approved yet of a plan that was approved in part. */
  private record Rest(long count, long of) {
    String says() {
      return "operations that were not approved yet (%s of %s)"
          .formatted(Words.number(count), Words.number(of));
    }
  }

  private Holds(
      List<PlanHold> holds,
      Map<RecordId, Part> schools,
      Map<RecordId, Part> classes,
      Optional<Rest> rest) {
    this.holds = holds;
    this.schools = schools;
    this.classes = classes;
    this.rest = rest;
  }

  static Holds of(RunReport report, RunDetails details) {
    var rest = rest(report);
    if (report.holds().isEmpty()) {
      return new Holds(List.of(), Map.of(), Map.of(), rest);
    }
    var schools = byId(details.schools(report.run()));
    var classes = byId(details.classes(report.run()));
    var left =
        report.holds().stream()
            .filter(hold -> rest.isEmpty() || open(hold, schools, classes))
            .toList();
    return new Holds(left, schools, classes, rest);
  }

  private static Optional<Rest> rest(RunReport report) {
    return report.status() == RunStatus.HELD && report.toDo() < report.planned()
        ? Optional.of(new Rest(report.toDo(), report.planned()))
        : Optional.empty();
  }

  /** Whether what a hold is about was not approved yet. */
  private static boolean open(
      PlanHold hold, Map<RecordId, Part> schools, Map<RecordId, Part> classes) {
    var section = hold.section().map(classes::get);
    var part = section.or(() -> hold.school().map(schools::get));
    return part.map(found -> found.open() > 0).orElse(true);
  }

  private static Map<RecordId, Part> byId(List<Part> parts) {
    return parts.stream().collect(Collectors.toUnmodifiableMap(Part::id, Function.identity()));
  }

  /** One sentence for each. */
  List<String> sentences() {
    return Stream.concat(holds.stream().map(this::says), rest.stream().map(Rest::says)).toList();
  }

  private String says(PlanHold hold) {
    return "%s%s (%s of %s)"
        .formatted(
            place(hold), hold.rule().says(), Words.number(hold.count()), Words.number(hold.of()));
  }

  private String place(PlanHold hold) {
    var school = hold.school().map(id -> name(schools, id));
    var section = hold.section().map(id -> name(classes, id));
    return section.or(() -> school).map(name -> name + ": ").orElse("");
  }

  private static String name(Map<RecordId, Part> parts, RecordId id) {
    var part = parts.get(id);
    return part == null || part.name().isEmpty() ? id.toString() : part.name();
  }

  /** Writes the property {@code held}. */
  void write(JsonGenerator json) {
    json.writeArrayPropertyStart("held");
    for (var hold : holds) {
      json.writeStartObject();
      json.writeStringProperty("rule", hold.rule().name());
      hold.school().ifPresent(id -> part(json, "school", schools, id));
      hold.section().ifPresent(id -> part(json, "class", classes, id));
      json.writeNumberProperty("count", hold.count());
      json.writeNumberProperty("of", hold.of());
      json.writeStringProperty("message", says(hold));
      json.writeEndObject();
    }
    rest.ifPresent(left -> write(json, left));
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Rest rest) {
    json.writeStartObject();
    json.writeStringProperty("rule", "NOT_APPROVED");
    json.writeNumberProperty("count", rest.count());
    json.writeNumberProperty("of", rest.of());
    json.writeStringProperty("message", rest.says());
    json.writeEndObject();
  }

  private static void part(
      JsonGenerator json, String what, Map<RecordId, Part> parts, RecordId id) {
    var part = parts.get(id);
    json.writeStringProperty(what, part == null ? id.toString() : part.sourceId());
    json.writeStringProperty(what + "Name", name(parts, id));
  }
}
