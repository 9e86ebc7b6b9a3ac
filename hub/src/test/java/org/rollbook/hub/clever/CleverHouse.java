package org.rollbook.hub.clever;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;
import org.rollbook.hub.server.Status;
import org.rollbook.hub.server.StatusSource;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.registry.sharing.Registered;
import org.rollbook.sources.cleverapi.AccessToken;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverSettings;
import org.rollbook.sources.cleverapi.Surroundings;
import org.rollbook.sources.cleverapi.TokenSource;

/** A node and its server for all tests of the API; every test has districts and apps of its own. */
final class CleverHouse implements AutoCloseable {
  private final Node node;
  private final RollbookServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, SignedInPerson> signedIn = new ConcurrentHashMap<>();
  private volatile Instant now = Instant.parse("2026-11-22T08:15:30.123Z");

  CleverHouse() {
    try {
      var home = Files.createTempDirectory("rollbook-clever-test-");
      InstantSource clock = () -> now;
      node = Node.open(new NodeSettings(home, clock));
      var api =
          new DataApi(
              node.database(),
              node.apps(),
              node.sharing(),
              node.publication(),
              token -> Optional.ofNullable(signedIn.get(token)),
              clock);
      server = RollbookServer.start(ServerSettings.onThisMachine(0), new NoStatus(), api);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Node node() {
    return node;
  }

  DistrictKey newDistrict(Town town) {
    return newDistrict(town.written());
  }

  DistrictKey newDistrict(Path delivery) {
    var key = new DistrictKey("d-" + UUID.randomUUID());
    deliver(key, delivery);
    return key;
  }

  void deliver(DistrictKey district, Town town) {
    deliver(district, town.written());
  }

  /** Takes the files whatever the guard says, and publishes. */
  void deliver(DistrictKey district, Path delivery) {
    ImportReport report = take(district, delivery);
    if (report.status() != SnapshotStatus.APPLIED) {
      throw new IllegalStateException(report.toString());
    }
    node.publication().publish(district);
  }

  /** Takes the files whatever the guard says, and does no more. */
  ImportReport take(DistrictKey district, Path delivery) {
    pass(60);
    try {
      ImportReport report = node.intake().importSnapshot(district, delivery, Progress.NONE);
      boolean held = report.status() == SnapshotStatus.HELD;
      return held ? node.intake().approve(report.snapshot()) : report;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Registered newApp(boolean loginOnly, SharedField... fields) {
    return node.apps()
        .register(
            new NewApp(
                "app-" + UUID.randomUUID(),
                List.of(URI.create("https://app.example/signed-in")),
                loginOnly,
                new TreeSet<>(),
                new TreeSet<>(Set.of(fields))));
  }

  /** An app that wants every field. */
  Registered newApp() {
    return newApp(false, SharedField.values());
  }

  /** Shares, and gives a client that reads with the token. */
  ApiClient share(Registered app, DistrictKey district, Share share) {
    pass(60);
    return client(node.sharing().share(app.app().id(), district, share).orElseThrow().token());
  }

  ApiClient client(String token) {
    return new ApiClient(http, server.port(), "Bearer " + token);
  }

  /** The client that Rollbook itself has; while it waits, the house's time goes on. */
  CleverApi ourClient(ApiClient app, int pageSize) {
    var base = URI.create("http://127.0.0.1:" + server.port());
    var token = new AccessToken(app.authorization().substring("Bearer ".length()));
    var around =
        new Surroundings(http, this::now, time -> pass(time.toSeconds() + 1), new Random(1));
    return new CleverApi(
        CleverSettings.of(base).withPageSize(pageSize), TokenSource.fixed(token), around);
  }

  ApiClient withAuthorization(String header) {
    return new ApiClient(http, server.port(), header);
  }

  void signsIn(String token, SignedInPerson person) {
    signedIn.put(token, person);
  }

  synchronized void pass(long seconds) {
    now = now.plusSeconds(seconds);
  }

  Instant now() {
    return now;
  }

  @Override
  public void close() {
    server.close();
    http.close();
    node.close();
  }

  /** The server has pages too, which nobody looks at here. */
  private static final class NoStatus implements StatusSource {
    @Override
    public boolean databaseAnswers() {
      return true;
    }

    @Override
    public Status status() {
      throw new IllegalStateException("not looked at");
    }
  }

  /** Hands the one house to tests. */
  static final class Open implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == CleverHouse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(
              ExtensionContext.StoreScope.LAUNCHER_SESSION, Namespace.create(CleverHouse.class))
          .computeIfAbsent(CleverHouse.class, absent -> new CleverHouse(), CleverHouse.class);
    }
  }
}
