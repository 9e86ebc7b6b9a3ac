package org.rollbook.app.serving;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.rollbook.core.share.SharedField;
import org.rollbook.hub.node.LearnSetup;
import org.rollbook.hub.node.Node;
import org.rollbook.learn.clever.CleverConnection;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.server.LearnServer;
import org.rollbook.learn.server.LearnSettings;
import org.rollbook.learn.signin.SignInPaths;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.web.Listening;

/**
 * The learning app beside the hub, running. It knows the hub by its addresses and its client's
 * secret, as it would know Clever.
 */
public final class LearningApp implements AutoCloseable {
  /** What the hub calls it. */
  public static final String NAME = "Learn";

  private static final String NOBODY_NAMED = "the people who run this Rollbook";

  private final LearnDatabase database;
  private final LearnServer server;
  private final URI url;
  private final Optional<App> own;

  private LearningApp(LearnDatabase database, LearnServer server, URI url, Optional<App> own) {
    this.database = database;
    this.server = server;
    this.url = url;
    this.own = own;
  }

  /**
   * Starts it over the Clever that {@code rollbook.yml} says, and over this hub when it says none.
   *
   * @param hub how browsers and apps reach the hub
   * @throws org.rollbook.learn.database.DatabaseUnavailable when its database cannot be used; the
   *     hub is told nothing of the app then
   */
  public static LearningApp start(Node node, Listening listening, URI hub) {
    var setup = node.learn();
    var url = setup.publicUrl().orElseGet(() -> URI.create("http://localhost:" + listening.port()));
    var place = node.learnDatabase();
    var database = LearnDatabase.open(place.jdbcUrl(), place.user(), place.password());
    try {
      var clever = clever(node, setup, url, hub);
      var settings =
          new LearnSettings(
              listening,
              url,
              database,
              clever.connection(),
              setup.supportContact().orElse(NOBODY_NAMED),
              node.clock());
      return new LearningApp(database, LearnServer.start(settings), url, clever.own());
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  /**
   * @param own what the hub knows the app as, where the hub is its Clever
   */
  private record Connected(CleverConnection connection, Optional<App> own) {}

  private static Connected clever(Node node, LearnSetup setup, URI url, URI hub) {
    if (setup.clever().isPresent()) {
      return new Connected(connection(setup.clever().get()), Optional.empty());
    }
    var own = node.ownApp(described(url));
    var connection = CleverConnection.of(hub, hub, own.app().clientId(), own.clientSecret());
    return new Connected(connection, Optional.of(own.app()));
  }

  /** How it comes to a Clever that is not this hub. */
  public static CleverConnection connection(LearnSetup.Clever clever) {
    var connection =
        CleverConnection.of(
            clever.baseUrl(),
            clever.apiUrl(),
            clever.signIn().clientId(),
            clever.signIn().secret());
    return clever
        .rostering()
        .map(app -> connection.withRostering(app.clientId(), app.secret()))
        .orElse(connection);
  }

  /** It shows people's e-mail addresses to their teachers, and needs nothing else of theirs. */
  private static NewApp described(URI url) {
    var optional = new TreeSet<>(List.of(SharedField.STUDENT_EMAIL));
    return new NewApp(NAME, List.of(redirect(url)), false, new TreeSet<>(), optional);
  }

  /**
   * Where a Clever sends people back to.
   *
   * @param url how browsers reach the app
   */
  public static URI redirect(URI url) {
    return url.resolve(SignInPaths.CALLBACK);
  }

  /** How browsers reach it. */
  public URI url() {
    return url;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** What the hub knows it as; absent when it works with another Clever. */
  public Optional<App> own() {
    return own;
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
