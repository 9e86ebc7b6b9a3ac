package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.app.serving.FreePort;
import org.rollbook.app.serving.NodeStatus;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import tools.jackson.databind.JsonNode;

/** What an administrator is told to do before people come. */
@ExtendWith(SharedHome.class)
class DoctorTest {
  @TempDir private Path folder = Path.of("");

  /** A home of its own over a database of the shared server, and one for the learning app. */
  private TypedCommands home(TypedCommands shared, String name) throws IOException {
    try (var node = Node.open(NodeSettings.of(shared.home()))) {
      var ours = node.database().sibling(name).orElseThrow();
      var learns = node.database().sibling(name + "learn").orElseThrow();
      var home = Files.createDirectories(folder.resolve(name));
      for (var place : List.of(ours, learns)) {
        Files.writeString(
            home.resolve(place.equals(ours) ? "hub.yml" : "learn.yml"),
            "%s:\n  url: %s\n  user: %s\n  password: %s\n"
                .formatted(
                    place.equals(ours) ? "database" : "learn-database",
                    place.jdbcUrl(),
                    place.user(),
                    place.password()));
      }
      return new TypedCommands(home);
    }
  }

  private static void settings(TypedCommands rollbook, String... parts) throws IOException {
    var all = new StringBuilder(Files.readString(rollbook.home().resolve("hub.yml")));
    for (var part : parts) {
      all.append(
          part.endsWith(".yml") ? Files.readString(rollbook.home().resolve(part)) : part + "\n");
    }
    Files.writeString(rollbook.home().resolve("rollbook.yml"), all);
  }

  /** What the doctor said at one visit. */
  private record Visit(JsonNode findings) {
    static Visit to(TypedCommands rollbook) {
      var answer = rollbook.type("doctor", "--json");
      assertThat(answer.out() + answer.err()).doesNotContain("sesame", "\tat ");
      return new Visit(answer.json());
    }

    private JsonNode finding(String what) {
      return StreamSupport.stream(findings.spliterator(), false)
          .filter(finding -> finding.path("what").asString().equals(what))
          .findFirst()
          .orElseThrow(() -> new AssertionError("nothing of '" + what + "' in " + findings));
    }

    Visit good(String what, String... says) {
      var finding = finding(what);
      assertThat(finding.path("ok").asBoolean()).as("%s", finding).isTrue();
      assertThat(finding.path("says").asString()).contains(says);
      return this;
    }

    Visit bad(String what, String... missing) {
      var finding = finding(what);
      assertThat(finding.path("ok").asBoolean()).as("%s", finding).isFalse();
      assertThat(finding.path("says").asString() + " " + finding.path("missing").asString())
          .contains(missing);
      return this;
    }
  }

  @Test
  void withoutALearningAppItSaysNothingOfIt(TypedCommands shared) throws IOException {
    var rollbook = home(shared, "doctor");
    settings(rollbook);
    assertThat(rollbook.type("doctor").out())
        .contains("ok  disk", "ok  database", "--  district", "ok  proxies")
        .doesNotContain("learn", "public address");
  }

  @Test
  void itSaysHowPeopleReachTheServer(TypedCommands shared) throws IOException {
    var rollbook = home(shared, "doctor");
    settings(rollbook, "public-url: http://rollbook.example.org\ntrusted-proxies: [nginx]");
    Visit.to(rollbook)
        .bad("public address", "in the clear", "begin with https")
        .bad("proxies", "'nginx'", "10.0.0.0/8");
    settings(rollbook, "public-url: https://rollbook.invalid");
    Visit.to(rollbook)
        .bad("public address", "nobody knows the host", "rollbook serve")
        .bad("proxies", "none is trusted", "trusted-proxies in rollbook.yml");
    settings(rollbook, "public-url: http://localhost:1\ntrusted-proxies: 0.0.0.0/0");
    Visit.to(rollbook)
        .bad("public address", "connection refused")
        .bad("proxies", "everybody is trusted");
    settings(rollbook, "trusted-proxies: 10.0.0.0/8");
    Visit.to(rollbook).good("proxies", "10.0.0.0/8, by X-Forwarded-For");
  }

  @Test
  void itSaysWhetherTheLearningAppHasADatabase(TypedCommands shared) throws IOException {
    var rollbook = home(shared, "doctor");
    settings(rollbook, "learn.yml");
    Visit.to(rollbook)
        .good("learn database", "whose tables the next 'serve' makes")
        .good("learn clever", "this Rollbook");
    settings(rollbook, "learn:\n  support-contact: Pat");
    Visit.to(rollbook).bad("learn database", "learn-database with url, user and password");
    settings(rollbook, "learn-database:\n  url: postgres://me:sesame@db/learn");
    Visit.to(rollbook)
        .bad("learn database", "'postgres://…'", "jdbc:postgresql://host:port/database");
  }

  @Test
  void serveSaysTheSameAndLeavesNothingBehind(TypedCommands shared) throws IOException {
    var rollbook = home(shared, "doctor");
    var hubs = Files.readString(rollbook.home().resolve("hub.yml"));
    settings(rollbook, hubs.replaceFirst("database:", "learn-database:"));
    Visit.to(rollbook).bad("learn database", "somebody else's", "Make an empty database");
    var serve = rollbook.type("serve", "--port", 0, "--learn-port", 0, "--json");
    assertThat(serve.exit()).isEqualTo(1);
    assertThat(serve.json().at("/error/kind").asString()).isEqualTo("settings");
    assertThat(serve.json().at("/error/message").asString()).contains("somebody else's");
    assertThat(serve.err()).doesNotContain("\tat ");
    assertThat(rollbook.succeeds("app", "list", "--json").json().size()).isZero();
    settings(rollbook, "learn-database:\n  url: jdbc:postgresql://127.0.0.1:1/learn");
    var gone = rollbook.type("serve", "--port", 0, "--learn-port", 0, "--json");
    assertThat(gone.json().at("/error/kind").asString()).isEqualTo("outside");
  }

  @Test
  void itSaysWhetherAppsAndAnotherCleverSeeWhatIsShared(TypedCommands shared) throws Exception {
    var rollbook = home(shared, "doctorclever");
    settings(rollbook);
    var files = folder.resolve("files");
    new DistrictGenerator(GeneratorSettings.of(100, 5)).first().writeCleverCsv(files);
    rollbook.succeeds("import", "--district", "d", files);
    var reader = rollbook.succeeds("app", "add", "Reader", "--json").json();
    Visit.to(rollbook).bad("app a1", "no district shares with", "rollbook share Reader --help");
    rollbook.succeeds("share", "Reader", "--district", "d", "--rule", "section.subject is Alchemy");
    Visit.to(rollbook).bad("app a1", "sees 0 records of d", "--preview");
    rollbook.succeeds("share", "Reader", "--district", "d", "--all");
    Visit.to(rollbook).good("app a1", "Reader, sees");

    try (var node = Node.open(NodeSettings.of(rollbook.home()));
        var hub = hub(node)) {
      var url = "http://localhost:" + hub.port();
      settings(rollbook, "learn.yml", "public-url: " + url, learn(url, reader, "clientSecret"));
      Visit.to(rollbook)
          .good("public address", "the server answers there")
          .good("learn clever", url + ", 1 district connected")
          .good("learn address", "send back to https://learn.example.org/sign-in/clever/callback");
      settings(rollbook, "learn.yml", learn(url, reader, "clientId"));
      Visit.to(rollbook).bad("learn clever", "does not know the app", "client-id and its secret");
    }
    settings(rollbook, "learn.yml", learn("http://localhost:1", reader, "clientSecret"));
    Visit.to(rollbook).bad("learn clever", "does not answer as Clever", "base-url");
  }

  private static String learn(String url, JsonNode app, String secret) {
    return """
    learn:
      public-url: https://learn.example.org
      clever: {base-url: "%s", api-url: "%s", client-id: "%s", client-secret: "%s"}\
    """
        .formatted(url, url, app.path("clientId").asString(), app.path(secret).asString());
  }

  private static RollbookServer hub(Node node) {
    var here = InetAddress.getLoopbackAddress();
    var settings = ServerSettings.onThisMachine(FreePort.or(0, here));
    var signIn = node.signIn(settings.listening().port());
    var api =
        new DataApi(
            node.database(), node.apps(), node.sharing(), node.publication(), signIn, node.clock());
    return RollbookServer.start(settings, new NodeStatus(node), api, signIn);
  }
}
