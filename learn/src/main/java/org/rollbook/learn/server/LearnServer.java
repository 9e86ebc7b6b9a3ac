package org.rollbook.learn.server;

import java.time.Duration;
import java.util.Map;
import org.rollbook.web.SecurityHeaders;
import org.rollbook.web.Serving;
import org.rollbook.web.WebServer;

/** The running learning app. The database stays its maker's to close, after the server. */
public final class LearnServer implements AutoCloseable {
  /** A stream of events ends no sooner than its run: it is not waited for. */
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final WebServer server;

  private LearnServer(WebServer server) {
    this.server = server;
  }

  /**
   * Starts the server; it answers when this returns.
   *
   * @throws org.rollbook.web.ServerNotStarted when it cannot listen there
   */
  public static LearnServer start(LearnSettings settings) {
    boolean https = "https".equals(settings.publicUrl().getScheme());
    return new LearnServer(
        WebServer.start(
            settings.listening(),
            new Serving("learn-request-", TO_FINISH, new SecurityHeaders(path -> false, https)),
            Map.of("settings", settings, "database", settings.database()),
            LearnConfiguration.class));
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
