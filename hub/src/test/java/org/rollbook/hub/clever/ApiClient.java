package org.rollbook.hub.clever;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An app that calls the API. */
record ApiClient(HttpClient http, int port, String authorization) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What came back; the text of an empty body is an empty object. */
  record Answer(int status, HttpResponse<String> response) {
    String text() {
      return response.body();
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The objects of a list, or the one. */
    List<JsonNode> objects() {
      JsonNode data = json().path("data");
      return data.isArray()
          ? data.valueStream().map(item -> item.path("data")).toList()
          : List.of(data);
    }

    List<String> ids() {
      return objects().stream().map(object -> object.path("id").stringValue()).toList();
    }

    Optional<String> link(String rel) {
      return json()
          .path("links")
          .valueStream()
          .filter(link -> link.path("rel").stringValue().equals(rel))
          .map(link -> link.path("uri").stringValue())
          .findFirst();
    }
  }

  Answer get(String path) {
    return send("GET", path);
  }

  Answer send(String method, String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every object of a list, by way of its next links. */
  List<JsonNode> walk(String path) {
    var all = new ArrayList<JsonNode>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      Answer page = get(next.get());
      if (page.status() != 200) {
        throw new IllegalStateException(next + " answered " + page.status() + page.text());
      }
      all.addAll(page.objects());
      next = page.link("next");
    }
    return all;
  }

  /** The id of the record of this type whose object has {@code value} at {@code pointer}. */
  String id(String type, String pointer, String value) {
    return walk("/v3.1/" + type).stream()
        .filter(object -> object.at(pointer).asString("").equals(value))
        .map(object -> object.path("id").stringValue())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + type + " " + pointer + " " + value));
  }

  String student(String sisId) {
    return id("users", "/roles/student/sis_id", sisId);
  }

  String teacher(String sisId) {
    return id("users", "/roles/teacher/sis_id", sisId);
  }

  String section(String sisId) {
    return id("sections", "/sis_id", sisId);
  }

  String school(String sisId) {
    return id("schools", "/sis_id", sisId);
  }
}
