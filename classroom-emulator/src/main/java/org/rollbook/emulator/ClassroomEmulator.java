package org.rollbook.emulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rollbook.emulator.calls.Scopes;
import org.rollbook.emulator.page.RosterPage;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.quota.Quotas;
import org.rollbook.emulator.tokens.AccessTokens;
import org.rollbook.emulator.tokens.ServiceAccountKey;
import org.rollbook.emulator.tokens.TokenEndpoint;

/**
 * A stand-in for Google's Classroom and Directory APIs and token endpoint, on the loopback address.
 * Everything is in memory and gone at the end. {@code admin@DOMAIN} always exists and is the
 * domain's super administrator. The page at its root shows classes and members. Thread-safe.
 *
 * <p>A caller has a token of the token endpoint ({@code POST /token}), or {@code Authorization:
 * Bearer user:EMAIL}, which is that person's own token with every scope.
 */
public final class ClassroomEmulator implements AutoCloseable {
  private static final int BACKLOG = 1_024;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Workspace workspace;
  private final Api api;
  private final String keyJson;
  private final EmulatorSettings settings;

  private ClassroomEmulator(EmulatorSettings settings, HttpServer server) {
    this.settings = settings;
    this.server = server;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.workspace = new Workspace(settings);
    ServiceAccountKey key =
        settings
            .serviceAccountKeyJson()
            .map(ServiceAccountKey::read)
            .orElseGet(ServiceAccountKey::make);
    String tokenUri = rootUrl().resolve("token").toString();
    this.keyJson = key.json(tokenUri);
    AccessTokens tokens = new AccessTokens(settings.clock(), key.projectId(), Scopes.all());
    Quotas quotas = new Quotas(settings.clock(), key.projectId());
    this.api = new Api(workspace, tokens, quotas, settings.quotas());
    TokenEndpoint endpoint =
        new TokenEndpoint(
            key,
            tokens,
            workspace.accounts(),
            settings.delegatedScopes(),
            tokenUri,
            settings.clock());
    RosterPage page = new RosterPage(workspace.courses(), workspace.accounts());
    Control control = new Control(api, workspace, keyJson);
    server.createContext("/", new FrontDoor(api, control, endpoint, workspace, page));
    server.setExecutor(threads);
  }

  /**
   * Starts an emulator.
   *
   * @throws UncheckedIOException when the port is taken
   * @throws IllegalArgumentException when the key of the settings is no key file
   */
  public static ClassroomEmulator start(EmulatorSettings settings) {
    // Read once by the JDK's server; without it every second small answer waits 40 milliseconds.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
      ClassroomEmulator emulator =
          new ClassroomEmulator(settings, HttpServer.create(address, BACKLOG));
      emulator.server.start();
      return emulator;
    } catch (IOException taken) {
      throw new UncheckedIOException("Port " + settings.port() + " cannot be used", taken);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** {@code http://127.0.0.1:PORT/}, to be given to a client as its root URL. */
  public URI rootUrl() {
    return URI.create("http://127.0.0.1:" + port() + "/");
  }

  /** A Google service account key file, whose {@code token_uri} points at this emulator. */
  public String serviceAccountKeyJson() {
    return keyJson;
  }

  /** Makes another domain one of the customer's; its people may then be added to classes. */
  public void addDomain(String domain) {
    workspace.writing(() -> {
      workspace.accounts().addDomain(domain);
      return domain;
    });
  }

  /**
   * Makes an account, as {@code users.insert} does over HTTP; an address that reaches an account
   * already makes none, and aliases that do are left out.
   */
  public void addAccount(NewAccount account) {
    workspace.writing(() -> added(account));
  }

  private boolean added(NewAccount wanted) {
    Accounts accounts = workspace.accounts();
    if (accounts.taken(wanted.email())) {
      return false;
    }
    Account made =
        accounts.add(
            wanted.email(), wanted.givenName(), wanted.familyName(), settings.clock().instant());
    var aliases =
        wanted.aliases().stream()
            .map(alias -> alias.toLowerCase(Locale.ROOT))
            .filter(alias -> !accounts.taken(alias))
            .distinct()
            .toList();
    accounts.put(made.addressed(made.email(), aliases));
    return true;
  }

  /** The calls since the start or the last {@link #resetCalls()}. */
  public CallCounts calls() {
    return api.counter().counts();
  }

  /** Sets the counts of calls to nothing. */
  public void resetCalls() {
    api.counter().reset();
  }

  /** Sets what goes wrong from now on; {@link Faults#none()} ends it. */
  public void setFaults(Faults faults) {
    api.setFaults(faults);
  }

  /** Stops at once; open connections are closed. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
