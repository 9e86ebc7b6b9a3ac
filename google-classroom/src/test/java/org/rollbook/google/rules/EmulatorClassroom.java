package org.rollbook.google.rules;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.emulator.Faults;
import org.rollbook.emulator.NewAccount;
import org.rollbook.google.GoogleClassroom;
import org.rollbook.google.GoogleSettings;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;
import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.Sis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The emulator as people see it and act on it, with Google's own client between it and the sync. A
 * hand is a person's own token, or the administrator's where Google allows it to nobody else.
 */
public final class EmulatorClassroom implements Classroom {
  private static final JsonMapper JSON = new JsonMapper();

  private final ClassroomEmulator emulator;
  private final String admin;
  private final HttpClient hands = HttpClient.newHttpClient();
  private Map<String, Integer> quotas = Map.of();

  public EmulatorClassroom() {
    this(settings -> settings);
  }

  /** An emulator with other settings than no quotas and Google's limits. */
  public EmulatorClassroom(UnaryOperator<EmulatorSettings> settings) {
    this(settings.apply(EmulatorSettings.of(0, Sis.DOMAIN, false).withKey(RulesKey.json())));
  }

  private EmulatorClassroom(EmulatorSettings settings) {
    emulator = ClassroomEmulator.start(settings);
    admin = "admin@" + settings.domain();
  }

  public ClassroomEmulator emulator() {
    return emulator;
  }

  /** From now on the sync keeps to these quotas a minute. */
  public void keepTo(Map<String, Integer> perMinute) {
    quotas = Map.copyOf(perMinute);
  }

  public void setFaults(Faults faults) {
    emulator.setFaults(faults);
  }

  @Override
  public void makeAccount(String address, String... aliases) {
    emulator.addAccount(
        new NewAccount(
            address, address.substring(0, address.indexOf('@')), "Test", List.of(aliases)));
  }

  @Override
  public void suspend(String address) {
    call(admin, "PATCH", "admin/directory/v1/users/" + address, "{\"suspended\":true}");
  }

  @Override
  public void deleteAccount(String address) {
    call(admin, "DELETE", "admin/directory/v1/users/" + address, "");
  }

  @Override
  public List<SeenClass> classes() {
    var addresses = addresses();
    var seen = new ArrayList<SeenClass>();
    for (var course : pages("v1/courses?pageSize=500", "courses")) {
      var id = course.get("id").asString();
      seen.add(
          new SeenClass(
              id,
              course.get("name").asString(),
              addresses.getOrDefault(course.get("ownerId").asString(), "?"),
              course.get("courseState").asString(),
              members(id, "teachers", addresses),
              members(id, "students", addresses)));
    }
    Collections.reverse(seen);
    return seen;
  }

  private SortedSet<String> members(String id, String list, Map<String, String> addresses) {
    var found = new TreeSet<String>();
    for (var member : pages("v1/courses/" + id + "/" + list + "?pageSize=1000", list)) {
      found.add(addresses.getOrDefault(member.get("userId").asString(), "?"));
    }
    return found;
  }

  private Map<String, String> addresses() {
    var byId = new TreeMap<String, String>();
    for (var user :
        pages("admin/directory/v1/users?customer=my_customer&maxResults=500", "users")) {
      byId.put(user.get("id").asString(), user.get("primaryEmail").asString());
    }
    return byId;
  }

  private List<JsonNode> pages(String path, String list) {
    var all = new ArrayList<JsonNode>();
    var token = "";
    do {
      var page = call(admin, "GET", path + token, "");
      Optional.ofNullable(page.get(list)).ifPresent(items -> items.forEach(all::add));
      var next = page.get("nextPageToken");
      token =
          next == null
              ? ""
              : "&pageToken=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
    } while (!token.isEmpty());
    return all;
  }

  @Override
  public String makeClass(String owner, String name) {
    var body =
        JSON.createObjectNode()
            .put("name", name)
            .put("ownerId", owner)
            .put("courseState", "ACTIVE")
            .toString();
    return call(admin, "POST", "v1/courses", body).get("id").asString();
  }

  @Override
  public void rename(String classId, String name) {
    patch(classId, "name", name);
  }

  @Override
  public void putInState(String classId, String state) {
    patch(classId, "courseState", state);
  }

  private void patch(String classId, String field, String value) {
    call(
        admin,
        "PATCH",
        "v1/courses/" + classId + "?updateMask=" + field,
        JSON.createObjectNode().put(field, value).toString());
  }

  @Override
  public void addStudent(String classId, String address) {
    add(classId, "students", address);
  }

  @Override
  public void addTeacher(String classId, String address) {
    add(classId, "teachers", address);
  }

  private void add(String classId, String list, String address) {
    call(
        admin,
        "POST",
        "v1/courses/" + classId + "/" + list,
        JSON.createObjectNode().put("userId", address).toString());
  }

  @Override
  public void removeStudent(String classId, String address) {
    call(admin, "DELETE", "v1/courses/" + classId + "/students/" + address, "");
  }

  @Override
  public void removeTeacher(String classId, String address) {
    call(admin, "DELETE", "v1/courses/" + classId + "/teachers/" + address, "");
  }

  @Override
  public void deleteClass(String classId) {
    call(admin, "DELETE", "v1/courses/" + classId, "");
  }

  /** One call with a person's own token. */
  public JsonNode call(String person, String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(emulator.rootUrl() + path))
            .header("Authorization", "Bearer user:" + person)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var response = hands.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new AssertionError(method + " " + path + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public CallCount calls() {
    var calls = emulator.calls();
    return new CallCount(calls.read(), calls.write());
  }

  @Override
  public void forgetCalls() {
    emulator.resetCalls();
  }

  @Override
  public Targets targets() {
    return new Targets() {
      @Override
      public Map<String, Integer> quotas(TargetConnection connection, String credentials) {
        return quotas;
      }

      @Override
      public Target open(TargetConnection connection, String credentials, CallGate gate) {
        try {
          return GoogleClassroom.open(
              new GoogleSettings(
                  credentials, connection.administrator(), Optional.of(emulator.rootUrl())),
              gate);
        } catch (TargetUnavailable e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  @Override
  public String credentials() {
    return emulator.serviceAccountKeyJson();
  }

  @Override
  public String administrator() {
    return admin;
  }

  @Override
  public void close() {
    hands.close();
    emulator.close();
  }
}
