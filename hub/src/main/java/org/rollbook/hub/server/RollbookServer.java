package org.rollbook.hub.server;

import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import org.rollbook.hub.clever.CleverConfiguration;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.signin.SignIn;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * The running server. It owns its port and nothing else: what it shows stays its maker's to close,
 * after the server.
 */
public final class RollbookServer implements AutoCloseable {
  private final AnnotationConfigServletWebServerApplicationContext context;
  private final int port;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private RollbookServer(AnnotationConfigServletWebServerApplicationContext context, int port) {
    this.context = context;
    this.port = port;
  }

  /**
   * Starts the server; it answers when this returns.
   *
   * <p>Spring Boot's server without its application: no scan of the class path, no automatic
   * configuration, no settings out of environment variables or files that happen to lie about.
   *
   * @param api what apps read
   * @throws ServerNotStarted when it cannot listen there
   */
  public static RollbookServer start(
      ServerSettings settings, StatusSource source, DataApi api, SignIn signIn) {
    var context = context(settings, source);
    context.getBeanFactory().registerSingleton("dataApi", api);
    context.getBeanFactory().registerSingleton("signIn", signIn);
    context.register(CleverConfiguration.class, SignInWiring.class);
    return started(context, settings);
  }

  /** As the other, for a server where nobody signs in. */
  public static RollbookServer start(ServerSettings settings, StatusSource source, DataApi api) {
    var context = context(settings, source);
    context.getBeanFactory().registerSingleton("dataApi", api);
    context.register(CleverConfiguration.class);
    return started(context, settings);
  }

  /** As the other, for a server that shows the status and nothing else. */
  public static RollbookServer start(ServerSettings settings, StatusSource source) {
    return started(context(settings, source), settings);
  }

  private static AnnotationConfigServletWebServerApplicationContext context(
      ServerSettings settings, StatusSource source) {
    var context = new AnnotationConfigServletWebServerApplicationContext();
    // As finished objects: Spring would close a source that it made itself.
    context.getBeanFactory().registerSingleton("settings", settings);
    context.getBeanFactory().registerSingleton("source", source);
    context.register(ServerConfiguration.class);
    return context;
  }

  private static RollbookServer started(
      AnnotationConfigServletWebServerApplicationContext context, ServerSettings settings) {
    bridgeLogs();
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
    return new RollbookServer(context, server.getPort());
  }

  /** Tomcat logs through the JDK: its lines go the way of all others. */
  private static void bridgeLogs() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }

  private static RuntimeException explained(RuntimeException failure, ServerSettings settings) {
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
