package org.rollbook.hub.clever;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.reading.Position;
import org.rollbook.registry.reading.Position.Direction;

/**
 * The parameters of a call. Whatever was asked for is remembered in the form in which links repeat
 * it; parameters that the address does not know are ignored, and not repeated.
 */
final class Parameters {
  /** Clever's own, by clients' counts of pages; its documentation does not say. */
  private static final int USUAL_LIMIT = 100;

  /** From dev.clever.com, "Pagination and Response Limits". */
  private static final int HIGHEST_LIMIT = 10_000;

  /** Of a number that is read at all. */
  private static final int LONGEST_NUMBER = 9;

  private static final String AFTER = "starting_after";
  private static final String BEFORE = "ending_before";

  /** Behind everything: clients of Clever ask for the newest event with it. */
  private static final String LAST = "last";

  private final HttpServletRequest request;
  private final Map<String, List<String>> repeated = new LinkedHashMap<>();

  Parameters(HttpServletRequest request) {
    this.request = request;
  }

  /** The part of a list that is asked for. */
  Position position() {
    int limit = limit();
    Optional<Long> after = cursor(AFTER);
    Optional<Long> before =
        given(BEFORE).equals(Optional.of(LAST)) ? Optional.of(Long.MAX_VALUE) : cursor(BEFORE);
    if (after.isPresent() && before.isPresent()) {
      throw ApiProblem.badRequest("starting_after and ending_before exclude each other");
    }
    return before
        .map(cursor -> new Position(Direction.BEFORE, cursor, limit))
        .orElseGet(() -> new Position(Direction.AFTER, after.orElse(0L), limit));
  }

  private int limit() {
    Optional<String> given = given("limit");
    if (given.isEmpty()) {
      return USUAL_LIMIT;
    }
    String text = given.get();
    if (!text.matches("0*[1-9][0-9]*")) {
      throw ApiProblem.badRequest("limit is not a number from 1 to " + HIGHEST_LIMIT);
    }
    if (text.length() > LONGEST_NUMBER || Integer.parseInt(text) > HIGHEST_LIMIT) {
      throw ApiProblem.tooLarge("limit is above " + HIGHEST_LIMIT);
    }
    int limit = Integer.parseInt(text);
    repeated.put("limit", List.of(Integer.toString(limit)));
    return limit;
  }

  private Optional<Long> cursor(String name) {
    return given(name)
        .map(text -> {
          OptionalLong number = ApiIds.number(text);
          if (number.isEmpty()) {
            throw ApiProblem.badRequest(name + " is not an id");
          }
          return number.getAsLong();
        });
  }

  /** One of {@code words}, when it is given. */
  Optional<String> oneOf(String name, String... words) {
    Optional<String> given = given(name);
    given.ifPresent(word -> {
      if (!Arrays.asList(words).contains(word)) {
        throw ApiProblem.badRequest(name + " is none of " + String.join(", ", words));
      }
      repeated.put(name, List.of(word));
    });
    return given;
  }

  /** Whether {@code name=true} is said. */
  boolean isTrue(String name) {
    return oneOf(name, "true").isPresent();
  }

  /** Whether {@code count} asks for the length of the list; the words are the specification's. */
  boolean count() {
    return request.getParameter("count") != null
        && oneOf("count", "true", "false", "undefined").orElse("true").equals("true");
  }

  /** Every value of a parameter that may be repeated. */
  List<String> all(String name) {
    String[] values = request.getParameterValues(name);
    List<String> given =
        values == null
            ? List.of()
            : Arrays.stream(values).filter(value -> !value.isEmpty()).distinct().toList();
    if (!given.isEmpty()) {
      repeated.put(name, given);
    }
    return given;
  }

  /** An empty value is none: the specification has it among the values of flags. */
  private Optional<String> given(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isEmpty());
  }

  /** The record that a parameter names. */
  Optional<RecordId> id(String name) {
    return given(name)
        .map(text -> {
          RecordId id =
              ApiIds.record(text).orElseThrow(() -> ApiProblem.badRequest(name + " is not an id"));
          repeated.put(name, List.of(id.hex()));
          return id;
        });
  }

  /**
   * What was asked for, as a query with its question mark; empty text for nothing. All values have
   * been checked, so that none needs to be escaped.
   */
  String query() {
    var query = new StringBuilder();
    repeated.forEach((name, values) ->
        values.forEach(value ->
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value)));
    return query.toString();
  }
}
