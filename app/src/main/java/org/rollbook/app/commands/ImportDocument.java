package org.rollbook.app.commands;

import java.util.Optional;
import org.rollbook.registry.intake.ImportReport;
import tools.jackson.core.JsonGenerator;

/** An import as scripts read it. */
public final class ImportDocument {
  private ImportDocument() {}

  /** The whole document of a decision, or of an import into a district that was there. */
  public static void write(JsonGenerator json, ImportReport report) {
    write(json, report, Optional.empty());
  }

  /** The whole document of {@code import}. */
  static void write(JsonGenerator json, ImportReport report, Optional<NewDistrict> made) {
    json.writeStartObject();
    json.writeStringProperty("snapshot", report.snapshot().toString());
    json.writeStringProperty("status", report.status().word());
    json.writeObjectPropertyStart("records");
    report
        .records()
        .forEach((kind, rows) -> {
          json.writeObjectPropertyStart(kind.plural());
          json.writeNumberProperty("rows", rows.rows());
          json.writeNumberProperty("accepted", rows.accepted());
          json.writeNumberProperty("rejected", rows.rejected());
          json.writeEndObject();
        });
    json.writeEndObject();
    json.writeObjectPropertyStart("events");
    json.writeNumberProperty("created", report.events().created());
    json.writeNumberProperty("updated", report.events().updated());
    json.writeNumberProperty("deleted", report.events().deleted());
    json.writeEndObject();
    held(json, report);
    kept(json, report);
    findings(json, report);
    made.ifPresent(district -> {
      json.writeObjectPropertyStart("newDistrict");
      json.writeStringProperty("district", district.key().value());
      json.writeArrayPropertyStart("others");
      district.others().forEach(other -> json.writeString(other.value()));
      json.writeEndArray();
      json.writeStringProperty("message", district.says());
      json.writeEndObject();
    });
    json.writeEndObject();
  }

  private static void held(JsonGenerator json, ImportReport report) {
    json.writeArrayPropertyStart("held");
    for (var hold : report.held()) {
      json.writeStartObject();
      json.writeStringProperty("rule", hold.rule().name());
      json.writeStringProperty("kind", hold.kind().plural());
      json.writeNumberProperty("count", hold.count());
      json.writeNumberProperty("of", hold.of());
      json.writeStringProperty("message", ImportText.says(hold));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void kept(JsonGenerator json, ImportReport report) {
    json.writeArrayPropertyStart("kept");
    for (var kept : report.kept()) {
      json.writeStartObject();
      json.writeStringProperty("kind", kept.kind().plural());
      json.writeNumberProperty("count", kept.count());
      json.writeStringProperty("message", kept.because().message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void findings(JsonGenerator json, ImportReport report) {
    json.writeArrayPropertyStart("findings");
    for (var finding : report.findings()) {
      json.writeStartObject();
      json.writeStringProperty("file", finding.file());
      json.writeNumberProperty("line", finding.line());
      json.writeStringProperty("column", finding.column());
      json.writeStringProperty("code", finding.code());
      json.writeStringProperty("message", finding.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("findingCounts");
    report
        .findingCounts()
        .forEach((code, count) -> {
          if (count > 0) {
            json.writeNumberProperty(code, count);
          }
        });
    json.writeEndObject();
  }
}
