package org.rollbook.app.sharing;

import org.rollbook.registry.sharing.SharePreview;
import tools.jackson.core.JsonGenerator;

/** A preview for scripts. */
final class PreviewDocument {
  private PreviewDocument() {}

  static void write(JsonGenerator json, SharePreview preview) {
    json.writeStartObject();
    json.writeObjectPropertyStart("counts");
    preview
        .counts()
        .forEach((kind, of) -> {
          json.writeObjectPropertyStart(kind);
          json.writeNumberProperty("now", of.now());
          json.writeNumberProperty("appear", of.appear());
          json.writeNumberProperty("disappear", of.disappear());
          json.writeEndObject();
        });
    json.writeEndObject();
    json.writeArrayPropertyStart("examples");
    for (var example : preview.examples()) {
      json.writeStartObject();
      json.writeStringProperty("kind", example.kind());
      json.writeStringProperty("name", example.name());
      json.writeStringProperty("sisId", example.sisId());
      json.writeBooleanProperty("appears", example.appears());
      json.writeStringProperty("rule", example.rule());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
