package org.rollbook.app.commands;

import java.util.List;
import java.util.Locale;
import org.rollbook.sync.accounts.Waiting;
import org.rollbook.sync.runs.OperationLine;
import org.rollbook.sync.runs.RunDetails;
import org.rollbook.sync.runs.RunDetails.Part;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;
import tools.jackson.core.JsonGenerator;

/** Runs and their parts as scripts read them. */
public final class RunDocument {
  private RunDocument() {}

  /** The whole document of {@code sync} and {@code approve}. */
  static void write(JsonGenerator json, RunReport report, Holds holds) {
    json.writeStartObject();
    properties(json, report);
    holds.write(json);
    json.writeEndObject();
  }

  /** The properties of a run without why it is held. */
  public static void properties(JsonGenerator json, RunReport report) {
    json.writeStringProperty("run", report.run().toString());
    json.writeStringProperty("connection", report.connection().toString());
    json.writeStringProperty("status", report.status().name().toLowerCase(Locale.ROOT));
    json.writeObjectPropertyStart("operations");
    json.writeNumberProperty("planned", report.planned());
    json.writeNumberProperty("done", report.done());
    json.writeNumberProperty("already", report.already());
    json.writeNumberProperty("refused", report.refused());
    json.writeNumberProperty("unanswered", report.unanswered());
    json.writeNumberProperty("leftOut", report.leftOut());
    json.writeNumberProperty("toDo", report.toDo());
    report.waiting().ifPresent(waiting -> json.writeNumberProperty("waiting", waiting));
    json.writeEndObject();
    json.writeObjectPropertyStart("calls");
    json.writeNumberProperty("read", report.reads());
    json.writeNumberProperty("write", report.writes());
    json.writeEndObject();
    json.writeStringProperty("madeAt", report.madeAt().toString());
    report.finishedAt().ifPresent(at -> json.writeStringProperty("finishedAt", at.toString()));
    if (!report.trouble().isEmpty()) {
      json.writeStringProperty("trouble", report.trouble());
    }
  }

  /** One operation with its reason and what became of it. */
  public static void operation(JsonGenerator json, OperationLine operation) {
    json.writeStartObject();
    json.writeStringProperty("kind", operation.kind().name());
    json.writeStringProperty("class", operation.section());
    json.writeStringProperty("className", operation.className());
    json.writeStringProperty("school", operation.school());
    operation.person().ifPresent(person -> json.writeStringProperty("person", person));
    if (!operation.personName().isEmpty()) {
      json.writeStringProperty("name", operation.personName());
    }
    operation.email().ifPresent(email -> json.writeStringProperty("email", email));
    if (!operation.role().isEmpty()) {
      json.writeStringProperty("role", operation.role());
    }
    json.writeStringProperty("reason", operation.reason().says());
    json.writeStringProperty("reasonCode", operation.reason().name());
    json.writeStringProperty("state", operation.state().name().toLowerCase(Locale.ROOT));
    if (!operation.code().isEmpty()) {
      json.writeStringProperty("code", operation.code());
      json.writeStringProperty("message", operation.message());
      json.writeStringProperty("advice", operation.advice());
    }
    json.writeEndObject();
  }

  /** A person or a class that waits, and what for. */
  public static void waiting(JsonGenerator json, Waiting waiting) {
    json.writeStartObject();
    switch (waiting) {
      case Waiting.Person person -> {
        json.writeStringProperty("person", person.sourceId());
        json.writeStringProperty("name", person.name());
        person.email().ifPresent(email -> json.writeStringProperty("email", email));
        json.writeStringProperty("role", person.role());
      }
      case Waiting.ClassOf held -> {
        json.writeStringProperty("class", held.section());
        json.writeStringProperty("className", held.className());
        json.writeStringProperty("school", held.school());
        json.writeStringProperty("person", held.teacher());
        json.writeStringProperty("name", held.teacherName());
        held.email().ifPresent(email -> json.writeStringProperty("email", email));
        json.writeStringProperty("role", "primary teacher");
      }
    }
    json.writeStringProperty("reason", waiting.reason().says());
    json.writeStringProperty("reasonCode", waiting.reason().name());
    json.writeEndObject();
  }

  /** How many operations of each kind. */
  public static void kinds(JsonGenerator json, RunDetails details, RunId run) {
    json.writeObjectPropertyStart("counts");
    details.counts(run).forEach((kind, count) -> json.writeNumberProperty(kind.name(), count));
    json.writeEndObject();
  }

  /** How much of what: of each kind, for each school and for each class. */
  static void counts(JsonGenerator json, RunDetails details, RunId run) {
    kinds(json, details, run);
    outcomes(json, details, run);
    parts(json, "schools", details.schools(run));
    parts(json, "classes", details.classes(run));
  }

  /** The same by what has become of them. */
  private static void outcomes(JsonGenerator json, RunDetails details, RunId run) {
    json.writeObjectPropertyStart("outcomes");
    details
        .outcomes(run)
        .forEach((kind, outcomes) -> {
          json.writeObjectPropertyStart(kind.name());
          outcomes.forEach((outcome, count) ->
              json.writeNumberProperty(outcome.name().toLowerCase(Locale.ROOT), count));
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  private static void parts(JsonGenerator json, String what, List<Part> parts) {
    json.writeArrayPropertyStart(what);
    parts.forEach(part -> part(json, part));
    json.writeEndArray();
  }

  private static void part(JsonGenerator json, Part part) {
    json.writeStartObject();
    json.writeStringProperty("id", part.sourceId());
    json.writeStringProperty("name", part.name());
    if (!part.in().isEmpty()) {
      json.writeStringProperty("school", part.in());
    }
    json.writeNumberProperty("planned", part.planned());
    json.writeNumberProperty("done", part.done());
    json.writeNumberProperty("refused", part.refused());
    json.writeNumberProperty("leftOut", part.leftOut());
    json.writeNumberProperty("toDo", part.open());
    json.writeEndObject();
  }
}
