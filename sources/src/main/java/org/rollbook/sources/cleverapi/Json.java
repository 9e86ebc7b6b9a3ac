package org.rollbook.sources.cleverapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields of the API's objects: what is null, empty, missing or of another type is absent. */
final class Json {
  /** One field holds at most a few hundred characters; ids of a section's students are many. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(50)
          .maxStringLength(1 << 20)
          .maxNameLength(1 << 10)
          .maxNumberLength(100)
          .build();

  static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          // Records are read one by one out of a page, and something always follows.
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static Optional<String> text(JsonNode json, String field) {
    return text(json.path(field));
  }

  /** Trimmed; numbers and truths as text, for some hubs write numbers without quotes. */
  static Optional<String> text(JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(clean(value.asString()).strip()).filter(text -> !text.isEmpty());
  }

  /** Without line breaks, and without what neither UTF-8 nor a database can hold. */
  private static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        String encodable = new String(text.getBytes(UTF_8), UTF_8);
        return encodable.replaceAll("\\p{Cntrl}+", " ");
      }
    }
    return text;
  }

  /** The texts of an array, each once; empty when it is no array. */
  static List<String> texts(JsonNode json, String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : json.path(field).values()) {
      text(value).ifPresent(texts::add);
    }
    return texts.stream().distinct().toList();
  }

  static Optional<Instant> time(JsonNode json, String field) {
    return text(json, field).flatMap(Json::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** The day that a date or time names; a time is a day at midnight in UTC. */
  static Optional<LocalDate> day(JsonNode json, String field) {
    return text(json, field)
        .filter(text -> text.length() >= 10)
        .flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text.substring(0, 10)));
          } catch (DateTimeException notADay) {
            return Optional.empty();
          }
        });
  }

  /** The fields of {@code ext} that are plain values, names as {@code ext.} columns have them. */
  static Map<String, String> ext(JsonNode json) {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : json.path("ext").properties()) {
      String name = field.getKey().strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
      if (!name.isEmpty()) {
        text(field.getValue()).ifPresent(value -> values.put(name, value));
      }
    }
    return values;
  }
}
