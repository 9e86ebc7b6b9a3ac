package org.rollbook.app.serving;

import com.zaxxer.hikari.pool.HikariPool;
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
import org.rollbook.registry.database.DatabaseSettings;
import org.rollbook.registry.database.DatabaseUnavailable;
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
   */
  public static LearningApp start(Node node, Listening listening, URI hub) {
    var setup = node.learn();
    var url = setup.publicUrl().orElseGet(() -> URI.create("http://localhost:" + listening.port()));
    var other = setup.clever().map(LearningApp::connection);
    if (other.isPresent()) {
      return start(node, setup, listening, url, other.get(), Optional.empty());
    }
    var registered = node.ownApp(described(url));
    var clever =
        CleverConnection.of(hub, hub, registered.app().clientId(), registered.clientSecret());
    return start(node, setup, listening, url, clever, Optional.of(registered.app()));
  }

  private static LearningApp start(
      Node node,
      LearnSetup setup,
      Listening listening,
      URI url,
      CleverConnection clever,
      Optional<App> own) {
    var database = opened(node.learnDatabase());
    try {
      var settings =
          new LearnSettings(
              listening,
              url,
              database,
              clever,
              setup.supportContact().orElse(NOBODY_NAMED),
              node.clock());
      return new LearningApp(database, LearnServer.start(settings), url, own);
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  private static LearnDatabase opened(DatabaseSettings.External place) {
    try {
      return LearnDatabase.open(place.jdbcUrl(), place.user(), place.password());
    } catch (HikariPool.PoolInitializationException e) {
      throw new DatabaseUnavailable(
          DatabaseUnavailable.Reason.SETTINGS,
          """
          The learning app's database at %s does not let us in as '%s': %s. Check address, role and \
          password.\
          """
              .formatted(place.address(), place.user(), e.getMessage()),
          e);
    }
  }

  private static CleverConnection connection(LearnSetup.Clever clever) {
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
    return new NewApp(
        NAME, List.of(url.resolve(SignInPaths.CALLBACK)), false, new TreeSet<>(), optional);
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
