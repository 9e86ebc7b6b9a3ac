package org.rollbook.app.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rollbook.app.learning.Town.Somebody;
import org.rollbook.app.serving.FreePort;
import org.rollbook.app.serving.LearningApp;
import org.rollbook.app.serving.NodeStatus;
import org.rollbook.core.share.RuleText;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;
import org.rollbook.hub.signin.SignIn;
import org.rollbook.learn.clever.CleverConnection;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.server.LearnServer;
import org.rollbook.learn.server.LearnSettings;
import org.rollbook.learn.signin.SignInPaths;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.registry.people.People;
import org.rollbook.registry.sharing.AppId;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.registry.sharing.Registered;
import org.rollbook.web.Listening;

/** Hub and learning app over one small district, in this process. */
final class LearningHouse implements AutoCloseable {
  static final DistrictKey SPRINGFIELD = new DistrictKey("springfield");
  static final DistrictKey SHELBYVILLE = new DistrictKey("shelbyville");
  static final String PASSWORD = "correct horse battery";

  private final Path home;
  private final Node node;
  private final SignIn signIn;
  private final RollbookServer hub;
  private final LearningApp learn;
  private final Town town = new Town("springfield.example");
  private final List<Runnable> toClose = new ArrayList<>();
  private final Set<String> unshared = new LinkedHashSet<>();

  LearningHouse() throws IOException {
    home = Files.createTempDirectory("rollbook-learning-");
    node = Node.open(NodeSettings.of(home));
    node.database();
    var here = InetAddress.getLoopbackAddress();
    var settings = ServerSettings.onThisMachine(FreePort.or(0, here));
    signIn = node.signIn(settings.listening().port());
    var api =
        new DataApi(
            node.database(), node.apps(), node.sharing(), node.publication(), signIn, node.clock());
    hub = RollbookServer.start(settings, new NodeStatus(node), api, signIn);
    learn =
        LearningApp.start(node, Listening.onThisMachine(FreePort.or(0, here)), signIn.publicUrl());
  }

  /** The district as its school has it; {@link #delivered} makes it known. */
  Town town() {
    return town;
  }

  Node node() {
    return node;
  }

  AppId app() {
    return learn.own().orElseThrow().id();
  }

  String hub(String path) {
    return signIn.publicUrl() + path;
  }

  URI learn() {
    return learn.url();
  }

  /**
   * Another learning app, as Clever gives some products two: the district shares the one for
   * signing in, and not the one for rosters.
   */
  URI loginOnly() {
    var here = InetAddress.getLoopbackAddress();
    int port = FreePort.or(0, here);
    var url = URI.create("http://localhost:" + port);
    var back = List.of(url.resolve(SignInPaths.CALLBACK));
    var signingIn = registered("Learn for signing in", back, true);
    var rostering = registered("Learn for rosters", back, false);
    node.sharing().share(signingIn.app().id(), SPRINGFIELD, Share.wholeDistrict());
    var place = node.database().sibling("loginonly").orElseThrow();
    var database = LearnDatabase.open(place.jdbcUrl(), place.user(), place.password());
    var clever =
        CleverConnection.of(
                signIn.publicUrl(),
                signIn.publicUrl(),
                signingIn.app().clientId(),
                signingIn.clientSecret())
            .withRostering(rostering.app().clientId(), rostering.clientSecret());
    var server =
        LearnServer.start(
            new LearnSettings(
                Listening.onThisMachine(port), url, database, clever, "the town", node.clock()));
    toClose.add(server::close);
    toClose.add(database::close);
    return url;
  }

  /** The app's sync alone, as an app of its own that the whole district is shared with. */
  SyncClient client() {
    var app = registered("Sync " + toClose.size(), List.of(learn.url()), false);
    node.sharing().share(app.app().id(), SPRINGFIELD, Share.wholeDistrict());
    var place = node.database().sibling("sync" + "abc".charAt(toClose.size())).orElseThrow();
    var client =
        new SyncClient(
            LearnDatabase.open(place.jdbcUrl(), place.user(), place.password()),
            CleverConnection.of(
                signIn.publicUrl(), signIn.publicUrl(), app.app().clientId(), app.clientSecret()),
            app.app().id());
    toClose.add(client::close);
    return client;
  }

  /** How often the token that called most did so in its newest minute, as the hub counts. */
  int mostCallsOfAToken() {
    return node.database()
        .jdbc()
        .sql("select coalesce(max(calls), 0) from api_call")
        .query(Integer.class)
        .single();
  }

  private Registered registered(String name, List<URI> back, boolean loginOnly) {
    return node.apps()
        .register(new NewApp(name, back, loginOnly, new TreeSet<>(), new TreeSet<>()));
  }

  /** The school's files reach the roster, and whoever may sees them. */
  void delivered() throws IOException {
    var report = node.intake().importSnapshot(SPRINGFIELD, town.files(), Progress.NONE);
    assertThat(report.status()).isIn(SnapshotStatus.APPLIED, SnapshotStatus.UNCHANGED);
    if (node.sharing().shareOf(app(), SPRINGFIELD).isEmpty()) {
      share();
    }
    node.publication().publish(SPRINGFIELD);
  }

  /** The district shows the app everything but this section and those un-shared before. */
  void unshare(String section) {
    unshared.add(section);
    share();
  }

  void shareAgain(String section) {
    unshared.remove(section);
    share();
  }

  private void share() {
    var exceptions =
        unshared.stream()
            .map(section -> RuleText.parse("section.sis_id is \"%s\"".formatted(section)))
            .toList();
    node.sharing()
        .share(
            app(),
            SPRINGFIELD,
            new Share(new Selection.WholeDistrict(), false, exceptions, new TreeSet<>()));
  }

  /** The way in that districts put on their own pages. */
  String instantLogin() {
    var district =
        new People(node.database().dataSource()).district(SPRINGFIELD).orElseThrow().record();
    return "/oauth/instant-login?client_id=%s&district_id=%s"
        .formatted(learn.own().orElseThrow().clientId(), district.hex());
  }

  /** Somebody of a district that shares with another app only. */
  Somebody elsewhere(String given, String family) throws IOException {
    var other = new Town("shelbyville.example");
    var somebody = other.teacher(given, family);
    node.intake().importSnapshot(SHELBYVILLE, other.files(), Progress.NONE);
    var reader = registered("Reader", List.of(URI.create("https://reader.example/")), false);
    node.sharing().share(reader.app().id(), SHELBYVILLE, Share.wholeDistrict());
    invited(SHELBYVILLE, somebody);
    return somebody;
  }

  /** Somebody gets a letter from the school, and sets a password. */
  void invited(Somebody somebody) {
    invited(SPRINGFIELD, somebody);
  }

  private void invited(DistrictKey key, Somebody somebody) {
    var people = new People(node.database().dataSource());
    var district = people.district(key).orElseThrow();
    var person = people.withEmail(district.number(), somebody.email()).getFirst();
    var invitation = signIn.invitations().invite(key, person.id());
    assertThat(signIn.invitations().redeem(invitation.code(), PASSWORD)).isPresent();
  }

  @Override
  public void close() throws IOException {
    toClose.forEach(Runnable::run);
    learn.close();
    hub.close();
    node.close();
    try (var inside = Files.walk(home)) {
      for (Path path : inside.toList().reversed()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
