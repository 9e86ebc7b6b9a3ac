package org.rollbook.hub.clever;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.rollbook.registry.reading.SharedEvent;

/**
 * An event as Clever writes it. The former values stand in {@code data} beside the object, where
 * clients look for them; the specification draws them one level up.
 */
final class EventJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private EventJson() {}

  static byte[] of(SharedEvent event) {
    var json = new ByteArrayOutputStream();
    json.writeBytes(
        "{\"id\":\"%s\",\"type\":\"%s\",\"created\":\"%s\",\"data\":{\"object\":"
            .formatted(event.id().hex(), event.type(), TIME.format(event.at()))
            .getBytes(UTF_8));
    json.writeBytes(event.object());
    event
        .previous()
        .ifPresent(previous -> {
          json.writeBytes(",\"previous_attributes\":".getBytes(UTF_8));
          json.writeBytes(previous);
        });
    json.writeBytes("}}".getBytes(UTF_8));
    return json.toByteArray();
  }
}
