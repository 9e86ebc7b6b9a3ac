package org.rollbook.hub.server;

import java.time.Duration;
import java.util.Map;
import org.rollbook.hub.clever.CleverConfiguration;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.signin.SignIn;
import org.rollbook.web.SecurityHeaders;
import org.rollbook.web.Serving;
import org.rollbook.web.WebServer;

/**
 * The running server. It owns its port and nothing else: what it shows stays its maker's to close,
 * after the server.
 */
public final class RollbookServer implements AutoCloseable {
  private static final Serving SERVING =
      new Serving(
          "request-", Duration.ofSeconds(10), new SecurityHeaders(RollbookServer::isData, false));

  private final WebServer server;

  private RollbookServer(WebServer server) {
    this.server = server;
  }

  /**
   * Starts the server; it answers when this returns.
   *
   * @param api what apps read
   * @throws org.rollbook.web.ServerNotStarted when it cannot listen there
   */
  public static RollbookServer start(
      ServerSettings settings, StatusSource source, DataApi api, SignIn signIn) {
    return started(
        settings,
        Map.of("settings", settings, "source", source, "dataApi", api, "signIn", signIn),
        ServerConfiguration.class,
        CleverConfiguration.class,
        SignInWiring.class);
  }

  /** As the other, for a server where nobody signs in. */
  public static RollbookServer start(ServerSettings settings, StatusSource source, DataApi api) {
    return started(
        settings,
        Map.of("settings", settings, "source", source, "dataApi", api),
        ServerConfiguration.class,
        CleverConfiguration.class);
  }

  /** As the other, for a server that shows the status and nothing else. */
  public static RollbookServer start(ServerSettings settings, StatusSource source) {
    return started(
        settings, Map.of("settings", settings, "source", source), ServerConfiguration.class);
  }

  private static RollbookServer started(
      ServerSettings settings, Map<String, Object> finished, Class<?>... configurations) {
    return new RollbookServer(
        WebServer.start(settings.listening(), SERVING, finished, configurations));
  }

  private static boolean isData(String path) {
    return path.startsWith("/v3.") || path.equals("/oauth/tokens");
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** Lets the requests under way finish, for some seconds, and stops. */
  @Override
  public void close() {
    server.close();
  }
}
