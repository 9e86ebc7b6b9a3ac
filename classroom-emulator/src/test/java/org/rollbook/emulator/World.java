package org.rollbook.emulator;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.classroom.Classroom;
import com.google.api.services.directory.Directory;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rollbook.emulator.tokens.ServiceAccountKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running emulator with a few people, and ways to call it. */
final class World implements AutoCloseable {
  static final String DOMAIN = "district.example";
  static final String ADMIN = "admin@" + DOMAIN;
  static final String OWNER = "owner@" + DOMAIN;
  static final String TEACHER = "teacher@" + DOMAIN;
  static final String STUDENT = "student@" + DOMAIN;
  static final String STRANGER = "stranger@" + DOMAIN;
  static final String OUTSIDER = "outsider@elsewhere.example";

  /** One key for all tests, because making one takes a while. */
  static final String KEY = ServiceAccountKey.make().json("http://127.0.0.1/token");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> SCOPES =
      List.of(
          "https://www.googleapis.com/auth/classroom.courses",
          "https://www.googleapis.com/auth/classroom.rosters",
          "https://www.googleapis.com/auth/classroom.profile.emails",
          "https://www.googleapis.com/auth/admin.directory.user");

  /** An answer with its code and document. */
  record Answer(int code, JsonNode json) {
    String text(String pointer) {
      return json.at(pointer).asString("");
    }

    String message() {
      return text("/error/message");
    }

    String status() {
      return code == 200 ? "OK" : text("/error/status");
    }
  }

  final ClassroomEmulator emulator;
  final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> checked = ConcurrentHashMap.newKeySet();

  World(EmulatorSettings settings) {
    emulator = ClassroomEmulator.start(settings.withKey(KEY));
    for (String email : List.of(OWNER, TEACHER, STUDENT, STRANGER, OUTSIDER)) {
      String name = email.substring(0, email.indexOf('@'));
      emulator.addAccount(new NewAccount(email, name, "Example", List.of()));
    }
  }

  static World start() {
    return new World(EmulatorSettings.of(0, DOMAIN, false));
  }

  Answer call(String who, String method, String path, String body) {
    return send(request(path).header("Authorization", "Bearer user:" + who), method, body);
  }

  Answer get(String who, String path) {
    return call(who, "GET", path, "");
  }

  Answer post(String who, String path, String body) {
    return call(who, "POST", path, body);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(emulator.rootUrl() + path.substring(1)));
  }

  Answer send(HttpRequest.Builder request, String method, String body) {
    try {
      HttpResponse<String> reply =
          http.send(
              request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode json = MAPPER.readTree(reply.body().isEmpty() ? "{}" : reply.body());
      Answer answer = new Answer(reply.statusCode(), json);
      DiscoveryCheck.check(method, path(reply.uri()), answer)
          .ifPresent(called -> checked.add(called.id()));
      return answer;
    } catch (IOException broken) {
      return new Answer(0, MAPPER.createObjectNode());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** The methods that were called here with success, and their answers checked. */
  Set<String> checked() {
    return Set.copyOf(checked);
  }

  private static String path(URI uri) {
    return uri.getRawPath();
  }

  /** Makes a class of the owner in a state, with the co-teacher and the student in it. */
  String course(String state) {
    String id = post(ADMIN, "/v1/courses", json("name", "Biology", "ownerId", OWNER)).text("/id");
    post(ADMIN, "/v1/courses/" + id + "/teachers", json("userId", TEACHER));
    post(ADMIN, "/v1/courses/" + id + "/students", json("userId", STUDENT));
    switch (state) {
      case "ACTIVE", "DECLINED" -> state(id, state);
      case "ARCHIVED" -> {
        state(id, "ACTIVE");
        state(id, "ARCHIVED");
      }
      case "SUSPENDED" -> post(ADMIN, "/emulator/courses/" + id + ":suspend", "");
      default -> {}
    }
    return id;
  }

  Answer state(String id, String state) {
    return patch(ADMIN, id, "courseState", json("courseState", state));
  }

  Answer patch(String who, String id, String mask, String body) {
    return call(who, "PATCH", "/v1/courses/" + id + "?updateMask=" + mask, body);
  }

  String userId(String email) {
    return get(ADMIN, "/admin/directory/v1/users/" + email).text("/id");
  }

  /** A JSON object of names and text values, in turn. */
  static String json(String... namesAndValues) {
    var object = MAPPER.createObjectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return object.toString();
  }

  /** The real client, as the service account acting for a person. */
  Classroom classroom(String subject) {
    return new Classroom.Builder(
            new NetHttpTransport(), GsonFactory.getDefaultInstance(), credentials(subject, SCOPES))
        .setRootUrl(emulator.rootUrl().toString())
        .setApplicationName("test")
        .build();
  }

  Directory directory() {
    return new Directory.Builder(
            new NetHttpTransport(), GsonFactory.getDefaultInstance(), credentials(ADMIN, SCOPES))
        .setRootUrl(emulator.rootUrl().toString())
        .setApplicationName("test")
        .build();
  }

  HttpRequestInitializer credentials(String subject, List<String> scopes) {
    try {
      GoogleCredentials key =
          ServiceAccountCredentials.fromStream(
              new ByteArrayInputStream(
                  emulator.serviceAccountKeyJson().getBytes(StandardCharsets.UTF_8)));
      return new HttpCredentialsAdapter(key.createScoped(scopes).createDelegated(subject));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Override
  public void close() {
    http.close();
    emulator.close();
  }
}
