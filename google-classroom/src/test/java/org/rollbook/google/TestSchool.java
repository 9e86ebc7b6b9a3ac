package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.emulator.CallCounts;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.emulator.FaultKind;
import org.rollbook.emulator.Faults;
import org.rollbook.emulator.NewAccount;
import org.rollbook.emulator.PlannedFault;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** A school's Workspace in the emulator, the target over it, and the hands of its people. */
final class TestSchool implements AutoCloseable {
  static final String DOMAIN = "school.example";

  /** The emulator puts its own address in the key file that it hands out. */
  private static final URI ANY = URI.create("http://127.0.0.1/token");

  static final String ADMIN = "admin@" + DOMAIN;

  private final ClassroomEmulator emulator;
  private final TestGate gate = new TestGate();
  private final Target target;
  private final HttpClient hands = HttpClient.newHttpClient();

  TestSchool() throws TargetUnavailable {
    this(settings -> settings);
  }

  TestSchool(UnaryOperator<EmulatorSettings> settings) throws TargetUnavailable {
    emulator =
        ClassroomEmulator.start(
            settings.apply(EmulatorSettings.of(0, DOMAIN, false).withKey(TestKey.json(ANY))));
    target = target(ADMIN);
  }

  /** For an operation that an attempt up to now may have brought about. */
  static Optional<Instant> sentBefore() {
    return Optional.of(Instant.now());
  }

  Target target(String admin) throws TargetUnavailable {
    return GoogleClassroom.open(
        new GoogleSettings(
            emulator.serviceAccountKeyJson(), admin, Optional.of(emulator.rootUrl())),
        gate);
  }

  Target target() {
    return target;
  }

  TestGate gate() {
    return gate;
  }

  AccountId person(String name) throws Exception {
    return person(name, DOMAIN);
  }

  AccountId person(String name, String domain) throws Exception {
    var email = name + "@" + domain;
    emulator.addAccount(new NewAccount(email, name, "Test", List.of(name + ".alias@" + domain)));
    return target.account(email).map(Account::id).orElseThrow();
  }

  void addAccount(String name) {
    emulator.addAccount(new NewAccount(name + "@" + DOMAIN, name, "Test", List.of()));
  }

  /** A class, made by us and still offered to its teacher. */
  ClassAddress offered(String alias, String name, AccountId owner) throws Exception {
    var address = new ClassAddress(alias, Optional.empty());
    var answer = target.perform(address, Operations.create(name, owner), Optional.empty());
    return address.at(((Answer.Done) answer).made().orElseThrow());
  }

  /** A class that its teacher accepted. */
  ClassAddress accepted(String alias, String name, AccountId owner) throws Exception {
    var address = offered(alias, name, owner);
    set(address, "courseState", "ACTIVE");
    return address;
  }

  Answer perform(ClassAddress address, Operation operation) throws Exception {
    return target.perform(address, operation, Optional.empty());
  }

  Observation.Seen seen(ClassAddress address) throws Exception {
    return (Observation.Seen) target.look(address, true).observation();
  }

  /** What a hand does in Classroom to one field of a class. */
  void set(ClassAddress address, String field, String value) throws Exception {
    hand(
        ADMIN,
        "PATCH",
        "v1/courses/" + id(address) + "?updateMask=" + field,
        "{\"" + field + "\":\"" + value + "\"}");
  }

  void delete(ClassAddress address) throws Exception {
    hand(ADMIN, "DELETE", "v1/courses/" + id(address), "");
  }

  void add(ClassAddress address, String list, AccountId account) throws Exception {
    hand(
        ADMIN,
        "POST",
        "v1/courses/" + id(address) + "/" + list,
        "{\"userId\":\"" + account + "\"}");
  }

  void suspend(String name) throws Exception {
    hand(ADMIN, "PATCH", "admin/directory/v1/users/" + name + "@" + DOMAIN, "{\"suspended\":true}");
  }

  void googleSuspends(ClassAddress address) throws Exception {
    hand(ADMIN, "POST", "emulator/courses/" + id(address) + ":suspend", "");
  }

  private static String id(ClassAddress address) {
    return address.id().orElseThrow().value();
  }

  void hand(String email, String method, String path, String body)
      throws IOException, InterruptedException {
    var uri = URI.create(emulator.rootUrl() + path);
    var request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer user:" + email)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    var response = hands.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  /** The next call of a method fails. */
  void fail(String method, FaultKind kind, int times) {
    emulator.setFaults(Faults.none().withNext(List.of(new PlannedFault(method, 0, kind, times))));
  }

  void setFaults(Faults faults) {
    emulator.setFaults(faults);
  }

  /** Counts calls from here on. */
  void count() {
    emulator.resetCalls();
  }

  CallCounts calls() {
    return emulator.calls();
  }

  void assertCalls(int read, int write) {
    assertThat(calls())
        .satisfies(counts -> {
          assertThat(counts.read()).as("%s", counts).isEqualTo(read);
          assertThat(counts.write()).as("%s", counts).isEqualTo(write);
        });
  }

  @Override
  public void close() {
    target.close();
    hands.close();
    emulator.close();
  }
}
