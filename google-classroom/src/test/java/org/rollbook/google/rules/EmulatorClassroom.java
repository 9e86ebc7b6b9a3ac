package org.rollbook.google.rules;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final AdministratorView view;
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
    view = new AdministratorView(emulator.rootUrl(), admin);
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

  /** The emulator's own goes on: its quotas are per minute. */
  @Override
  public void follow(InstantSource time) {}

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
    return view.classes();
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
    return view.call(person, method, path, body);
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
    view.close();
    emulator.close();
  }
}
