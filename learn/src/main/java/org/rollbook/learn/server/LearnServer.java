package org.rollbook.learn.server;

import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/** The running learning app. The database stays its maker's to close, after the server. */
public final class LearnServer implements AutoCloseable {
  private final AnnotationConfigServletWebServerApplicationContext context;
  private final int port;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private LearnServer(AnnotationConfigServletWebServerApplicationContext context, int port) {
    this.context = context;
    this.port = port;
  }

  /**
   * Starts the server; it answers when this returns.
   *
   * <p>Spring Boot's server without its application: no scan of the class path, no automatic
   * configuration, no settings out of environment variables or files that happen to lie about.
   *
   * @throws ServerNotStarted when it cannot listen there
   */
  public static LearnServer start(LearnSettings settings) {
    bridgeLogs();
    var context = new AnnotationConfigServletWebServerApplicationContext();
    // As finished objects: Spring would close a database that it made itself.
    context.getBeanFactory().registerSingleton("settings", settings);
    context.getBeanFactory().registerSingleton("database", settings.database());
    context.register(LearnConfiguration.class, ServerConfiguration.class);
    try {
      context.refresh();
    } catch (RuntimeException failure) {
      context.close();
      throw explained(failure, settings);
    }
    WebServer server = context.getWebServer();
    if (server == null) {
      throw new IllegalStateException("the context has no web server");
    }
    return new LearnServer(context, server.getPort());
  }

  /** Tomcat logs through the JDK: its lines go the way of all others. */
  private static void bridgeLogs() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }

  private static RuntimeException explained(RuntimeException failure, LearnSettings settings) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return new ServerNotStarted(
            "Port %d is in use on %s: another server runs there already, or choose another port."
                .formatted(settings.port(), settings.address().getHostAddress()),
            failure);
      }
      if (cause instanceof SocketException) {
        return new ServerNotStarted(
            "%s cannot be listened on: %s. Name an address of this machine, or another port."
                .formatted(settings.address().getHostAddress(), cause.getMessage()),
            failure);
      }
    }
    return failure;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Waits until somebody closes the server. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Lets the requests under way finish, for some seconds, and stops. */
  @Override
  public void close() {
    context.close();
    stopped.countDown();
  }
}
