package org.rollbook.web;

import java.net.SocketException;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * A running server. It owns its port and what its configurations make; what it was given finished
 * stays its maker's to close, after the server.
 */
public final class WebServer implements AutoCloseable {
  private final AnnotationConfigServletWebServerApplicationContext context;
  private final int port;

  private WebServer(AnnotationConfigServletWebServerApplicationContext context, int port) {
    this.context = context;
    this.port = port;
  }

  /**
   * Starts a server; it answers when this returns.
   *
   * <p>Spring Boot's server without its application: no scan of the class path, no automatic
   * configuration, no settings out of environment variables or files that happen to lie about.
   *
   * @param finished beans by name; as finished objects, since Spring would close what it made
   *     itself
   * @param configurations Spring's, of what is answered
   * @throws ServerNotStarted when it cannot listen there
   */
  public static WebServer start(
      Listening listening,
      Serving serving,
      Map<String, Object> finished,
      Class<?>... configurations) {
    bridgeLogs();
    var context = new AnnotationConfigServletWebServerApplicationContext();
    context.getBeanFactory().registerSingleton("listening", listening);
    context.getBeanFactory().registerSingleton("serving", serving);
    finished.forEach(context.getBeanFactory()::registerSingleton);
    context.register(WebConfiguration.class);
    context.register(configurations);
    try {
      context.refresh();
    } catch (RuntimeException failure) {
      context.close();
      throw explained(failure, listening);
    }
    var server = context.getWebServer();
    if (server == null) {
      throw new IllegalStateException("the context has no web server");
    }
    return new WebServer(context, server.getPort());
  }

  /** Tomcat logs through the JDK: its lines go the way of all others. */
  private static void bridgeLogs() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }

  private static RuntimeException explained(RuntimeException failure, Listening listening) {
    var address = listening.address().getHostAddress();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return new ServerNotStarted(
            "Port %d is in use on %s: another server runs there already, or choose another port."
                .formatted(listening.port(), address),
            failure);
      }
      if (cause instanceof SocketException) {
        return new ServerNotStarted(
            "%s cannot be listened on: %s. Name an address of this machine, or another port."
                .formatted(address, cause.getMessage()),
            failure);
      }
    }
    return failure;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Lets the requests under way finish, as long as {@link Serving#toFinish} says, and stops. */
  @Override
  public void close() {
    context.close();
  }
}
