package org.rollbook.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.rollbook.core.roster.RecordId;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;
import org.rollbook.hub.server.Status;
import org.rollbook.hub.server.StatusSource;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.registry.sharing.Registered;
import org.rollbook.web.Listening;
import org.rollbook.web.proxies.TrustedProxies;

/**
 * A whole server over a database of its own: two small districts, one of which has staff, three
 * apps, a clock to move.
 */
final class SignInHouse implements AutoCloseable {
  static final DistrictKey SPRINGFIELD = new DistrictKey("springfield");
  static final DistrictKey SHELBYVILLE = new DistrictKey("shelbyville");

  /** Where the apps want people back; nobody listens there, the tests read the address. */
  static final String CALLBACK = "https://reader.example/callback";

  static final String ADA = "ada@springfield.example";
  static final String PASSWORD = "correct horse battery";

  private static final Share WITH_STAFF =
      new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>());

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  final InstantSource clock = () -> Instant.now().plus(ahead.get());
  final Node node;
  final SignIn signIn;
  final People people;
  final Registered reader;
  final Registered loginOnly;
  final Registered stranger;
  private final RollbookServer server;
  private final int port;

  SignInHouse() throws IOException, InterruptedException {
    node = Node.open(new NodeSettings(Files.createTempDirectory("rollbook-signin-"), clock));
    send(SPRINGFIELD, files("springfield.example"));
    send(SHELBYVILLE, withStaff(files("shelbyville.example"), "shelbyville.example"));
    reader = app("Reader", CALLBACK, false);
    loginOnly = app("Only for signing in", "https://login.example/back", true);
    stranger = app("Stranger", "https://stranger.example/back", false);
    node.sharing().share(reader.app().id(), SPRINGFIELD, Share.wholeDistrict());
    node.sharing().share(loginOnly.app().id(), SPRINGFIELD, Share.wholeDistrict());
    node.sharing().share(stranger.app().id(), SHELBYVILLE, WITH_STAFF);
    people = new People(node.database().dataSource());
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    signIn = node.signIn(port);
    server = started(ServerSettings.onThisMachine(port));
    setPassword(person(SPRINGFIELD, ADA), PASSWORD);
  }

  /** One more server, which stands behind proxies. */
  RollbookServer behind(TrustedProxies proxies) {
    var listening = new Listening(0, InetAddress.getLoopbackAddress(), proxies);
    return started(new ServerSettings(listening, "./rollbook"));
  }

  private RollbookServer started(ServerSettings settings) {
    var api =
        new DataApi(
            node.database(), node.apps(), node.sharing(), node.publication(), signIn, clock);
    return RollbookServer.start(settings, new NothingToShow(), api, signIn);
  }

  /** One more app, which would like to have students' e-mails. */
  Registered app(String name, String callback, boolean loginOnly) {
    return node.apps()
        .register(
            new NewApp(
                name,
                List.of(URI.create(callback), URI.create("http://127.0.0.1:9999/callback")),
                loginOnly,
                new TreeSet<>(),
                new TreeSet<>(List.of(SharedField.STUDENT_EMAIL))));
  }

  private void send(DistrictKey district, Path delivery) throws IOException, InterruptedException {
    node.intake().importSnapshot(district, delivery, Progress.NONE);
  }

  private static Path files(String domain) throws IOException {
    var folder = Files.createTempDirectory("roster-");
    write(folder, "schools.csv", "School_id,School_name\nS1,City High\n");
    write(
        folder,
        "teachers.csv",
        """
        School_id,Teacher_id,First_name,Last_name,Teacher_email,Username
        S1,T1,Ada,Bee,ada@%1$s,ada.bee
        S1,T2,Tom,Twin,twin@%1$s,
        S1,T3,Tim,Twin,twin@%1$s,
        """
            .formatted(domain));
    write(
        folder,
        "students.csv",
        """
        School_id,Student_id,First_name,Last_name,Student_email,Username
        S1,P1,Maya,Sun,maya@%1$s,maya.sun
        S1,P2,Liam,Moon,,liam
        S1,P3,Noa,Star,,noa
        """
            .formatted(domain));
    write(folder, "sections.csv", "School_id,Section_id,Teacher_id,Name\nS1,C1,T1,Maths\n");
    write(folder, "enrollments.csv", "School_id,Section_id,Student_id\nS1,C1,P1\nS1,C1,P2\n");
    return folder;
  }

  /** Ada, who teaches, and Max administer the district; Kay does neither. */
  private static Path withStaff(Path folder, String domain) throws IOException {
    write(
        folder,
        "staff.csv",
        """
        School_id,Staff_id,First_name,Last_name,Staff_email,Role
        S1,F1,Ada,Bee,ada@%1$s,District Admin
        S1,F2,Max,Rule,max@%1$s,District Admin
        S1,F3,Kay,Read,kay@%1$s,Librarian
        """
            .formatted(domain));
    return folder;
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, UTF_8);
  }

  Person person(DistrictKey district, String email) {
    var found = people.withEmail(people.district(district).orElseThrow().number(), email);
    return found.getFirst();
  }

  Person named(DistrictKey district, String username) {
    return people
        .withUsername(people.district(district).orElseThrow().number(), username)
        .getFirst();
  }

  String district(DistrictKey district) {
    return people.district(district).orElseThrow().record().hex();
  }

  void setPassword(Person person, String password) {
    var invitation = signIn.invitations().invite(person.district().key(), person.id());
    assertThat(signIn.invitations().redeem(invitation.code(), password)).isPresent();
  }

  Invitation invite(Person person) {
    return signIn.invitations().invite(person.district().key(), new RecordId(person.id().number()));
  }

  /** Lets time pass for sessions, pauses and invitations. */
  void later(Duration duration) {
    ahead.updateAndGet(now -> now.plus(duration));
  }

  Visitor visitor() {
    return new Visitor(URI.create("http://localhost:" + port));
  }

  long audited(String what) {
    return node.database()
        .jdbc()
        .sql("select count(*) from signin_audit where what = :what")
        .param("what", what)
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    server.close();
    node.close();
  }

  private static final class NothingToShow implements StatusSource {
    @Override
    public boolean databaseAnswers() {
      return true;
    }

    @Override
    public Status status() {
      return new Status(Instant.EPOCH, List.of(), List.of());
    }
  }
}
