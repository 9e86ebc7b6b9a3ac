package org.rollbook.app.demo;

import java.time.Duration;
import org.rollbook.app.commands.ImportDocument;
import org.rollbook.app.commands.RunDocument;
import org.rollbook.sync.accounts.Waiting;
import org.rollbook.sync.runs.RunDetails;
import tools.jackson.core.JsonGenerator;

/** The demo as scripts read it. Imports, syncs and operations look as their own commands' do. */
final class DemoDocument {
  private DemoDocument() {}

  static void write(JsonGenerator json, DemoSummary summary, RunDetails details) {
    json.writeStartObject();
    district(json, summary);
    json.writeObjectPropertyStart("first");
    day(json, summary.first(), details);
    // The sync counts people; the classes that hang on them are no more of them.
    waiting(json, "waiting", summary, Waiting.Person.class);
    waiting(json, "waitingClasses", summary, Waiting.ClassOf.class);
    json.writeEndObject();
    json.writeObjectPropertyStart("day");
    json.writeArrayPropertyStart("changes");
    summary.moves().forEach(move -> json.writeString(move.sentence()));
    json.writeEndArray();
    day(json, summary.second(), details);
    operations(json, summary.second(), details);
    json.writeEndObject();
    json.writeNumberProperty("seconds", seconds(summary.time()));
    json.writeEndObject();
  }

  private static void waiting(
      JsonGenerator json, String name, DemoSummary summary, Class<? extends Waiting> kind) {
    json.writeArrayPropertyStart(name);
    summary.waiting().stream()
        .filter(kind::isInstance)
        .forEach(waiting -> RunDocument.waiting(json, waiting));
    json.writeEndArray();
  }

  private static void district(JsonGenerator json, DemoSummary summary) {
    json.writeObjectPropertyStart("district");
    json.writeNumberProperty("schools", summary.size().schools());
    json.writeNumberProperty("students", summary.size().students());
    json.writeNumberProperty("teachers", summary.size().teachers());
    json.writeNumberProperty("sections", summary.size().sections());
    json.writeNumberProperty("enrollments", summary.size().enrolments());
    json.writeEndObject();
  }

  private static void day(JsonGenerator json, DemoSummary.Day day, RunDetails details) {
    json.writeName("import");
    ImportDocument.write(json, day.imported());
    var report = day.synced().report();
    json.writeObjectPropertyStart("sync");
    RunDocument.properties(json, report);
    RunDocument.kinds(json, details, report.run());
    json.writeNumberProperty("seconds", seconds(day.synced().time()));
    json.writeEndObject();
  }

  /** Of the school day only: the first sync has as many as the district has seats. */
  private static void operations(JsonGenerator json, DemoSummary.Day day, RunDetails details) {
    json.writeArrayPropertyStart("operations");
    details.operations(
        day.synced().report().run(), operation -> RunDocument.operation(json, operation));
    json.writeEndArray();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
