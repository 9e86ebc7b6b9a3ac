package org.rollbook.hub.clever;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.reading.ObjectVersion;
import org.rollbook.registry.reading.RecordType;
import org.rollbook.registry.sharing.Reader;
import org.springframework.web.servlet.HandlerMapping;

/** One call that was let in. */
final class ApiCall {
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Caller caller;
  private final Parameters parameters;

  ApiCall(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
    this.parameters = new Parameters(request);
    if (!(request.getAttribute(Caller.ATTRIBUTE) instanceof Caller known)) {
      throw new IllegalStateException("nobody was let in");
    }
    this.caller = known;
  }

  HttpServletResponse response() {
    return response;
  }

  Parameters parameters() {
    return parameters;
  }

  Caller caller() {
    return caller;
  }

  /**
   * Who reads, where only apps may. Clever answers the wrong kind of token with 404
   * (dev.clever.com, "Error messages").
   */
  Reader reader() {
    return switch (caller) {
      case Caller.District(Reader reader) -> reader;
      case Caller.Person person -> throw ApiProblem.notFound();
    };
  }

  /** Who reads one record, where a person may be the one, or have the district as theirs. */
  Reader readerOf(RecordType type, RecordId id) {
    return switch (caller) {
      case Caller.District(Reader reader) -> reader;
      case Caller.Person(Reader reader, RecordId user) -> {
        boolean own =
            switch (type) {
              case USERS -> id.equals(user);
              case DISTRICTS -> id.equals(reader.districtRecord());
              case SCHOOLS, TERMS, COURSES, SECTIONS -> false;
            };
        if (!own) {
          throw ApiProblem.notFound();
        }
        yield reader;
      }
    };
  }

  /** The record that the address names. */
  RecordId id() {
    return ApiIds.record(variable("id")).orElseThrow(ApiProblem::notFound);
  }

  private String variable(String name) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? String.valueOf(variables.get(name))
        : "";
  }

  /** What addresses begin with: {@code /v3.1}. */
  String root() {
    return "/" + variable("version");
  }

  ObjectVersion version() {
    return variable("version").equals("v3.0") ? ObjectVersion.V3_0 : ObjectVersion.V3_1;
  }

  /** The address without the ids in it: {@code /v3.1/sections/{id}/users}. */
  String endpoint() {
    var pattern =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    return root() + pattern.substring(Math.max(pattern.indexOf('/', 1), 1));
  }

  /** The address, made of what was understood of it: nothing else is ever repeated. */
  String path() {
    String endpoint = endpoint();
    return endpoint.contains("{id}") ? endpoint.replace("{id}", id().hex()) : endpoint;
  }

  /** The address of a record. */
  String uri(RecordType type, RecordId id) {
    return root() + "/" + type.word() + "/" + id.hex();
  }
}
