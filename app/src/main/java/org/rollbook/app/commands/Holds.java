package org.rollbook.app.commands;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rollbook.app.console.Words;
import org.rollbook.core.guard.PlanHold;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.runs.RunDetails;
import org.rollbook.sync.runs.RunDetails.Part;
import org.rollbook.sync.runs.RunReport;
import tools.jackson.core.JsonGenerator;

/** Why a plan waits for a person, with the names of schools and classes. */
final class Holds {
  private final List<PlanHold> holds;
  private final Map<RecordId, Part> schools;
  private final Map<RecordId, Part> classes;

  private Holds(List<PlanHold> holds, Map<RecordId, Part> schools, Map<RecordId, Part> classes) {
    this.holds = holds;
    this.schools = schools;
    this.classes = classes;
  }

  static Holds of(RunReport report, RunDetails details) {
    return report.holds().isEmpty()
        ? new Holds(List.of(), Map.of(), Map.of())
        : new Holds(
            report.holds(),
            byId(details.schools(report.run())),
            byId(details.classes(report.run())));
  }

  private static Map<RecordId, Part> byId(List<Part> parts) {
    return parts.stream().collect(Collectors.toUnmodifiableMap(Part::id, Function.identity()));
  }

  /** One sentence for each. */
  List<String> sentences() {
    return holds.stream().map(this::says).toList();
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
    json.writeEndArray();
  }

  private static void part(
      JsonGenerator json, String what, Map<RecordId, Part> parts, RecordId id) {
    var part = parts.get(id);
    json.writeStringProperty(what, part == null ? id.toString() : part.sourceId());
    json.writeStringProperty(what + "Name", name(parts, id));
  }
}
