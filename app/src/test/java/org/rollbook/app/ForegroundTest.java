package org.rollbook.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that stay up, as processes of their own: what they print, and how they end. */
@ExtendWith(SharedHome.class)
class ForegroundTest {
  private static final long ENDS_WITHIN_SECONDS = 20;
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder = Path.of("");

  /** A command that has printed its document and goes on. */
  private record Staying(Process process, BufferedReader out, JsonNode document)
      implements AutoCloseable {
    static Staying start(Path home, Object... arguments) throws IOException {
      var process =
          OwnProcess.of(home, arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var out = process.inputReader(UTF_8);
      var line = out.readLine();
      assertThat(line).as("the document of %s", List.of(arguments)).isNotNull();
      return new Staying(process, out, JsonMapper.shared().readTree(line));
    }

    /** As an init system ends it; it said one document and no more. */
    void terminate() throws IOException, InterruptedException {
      // Process.destroy() would close its output before it is read to the end.
      process.toHandle().destroy();
      assertThat(process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(TERMINATED);
      assertThat(out.readLine()).isNull();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  @Test
  void serveAnswersUntilItIsTerminated(TypedCommands rollbook) throws Exception {
    try (var serve = Staying.start(rollbook.home(), "serve", "--port", 0, "--json");
        var client = HttpClient.newHttpClient()) {
      var health = URI.create(serve.document().path("url").asString() + "health");
      var answer = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      serve.terminate();
    }
  }

  @Test
  void serveBringsTheLearningAppAndTheHubKnowsIt(TypedCommands rollbook) throws Exception {
    for (int start = 1; start <= 2; start++) {
      try (var serve =
              Staying.start(rollbook.home(), "serve", "--port", 0, "--learn-port", 0, "--json");
          var client = HttpClient.newHttpClient()) {
        var learn = URI.create(serve.document().path("learnUrl").asString());
        for (var page : List.of("health", "sign-in")) {
          var request = HttpRequest.newBuilder(learn.resolve(page)).build();
          assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        serve.terminate();
      }
      var apps = rollbook.succeeds("app", "list", "--json").json();
      assertThat(apps.findValuesAsString("name")).containsOnlyOnce("Learn");
    }
  }

  @Test
  void serveWhereThisMachineIsNotIsNoFaultOfRollbook(TypedCommands rollbook) {
    var answer = rollbook.type("serve", "--port", 0, "--bind", "192.0.2.1", "--json");
    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.json().at("/error/kind").asString()).isEqualTo("outside");
    assertThat(answer.json().at("/error/message").asString()).contains("192.0.2.1");
  }

  @Test
  void anEmulatorWithItsOldKeyServesTheOldConnectionAndDoctorSaysWhenItIsGone(
      TypedCommands rollbook) throws Exception {
    var files = folder.resolve("files");
    new DistrictGenerator(GeneratorSettings.of(100, 5)).first().writeCleverCsv(files);
    rollbook.succeeds("import", "--district", "emulated", files);
    var key = folder.resolve("key.json");
    int port;
    String connection;
    try (var emulator = emulator(rollbook.home(), 0, files, key)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
      assertThat(emulator.document().path("accounts").asInt()).isGreaterThan(100);
      var root = emulator.document().path("rootUrl").asString();
      port = URI.create(root).getPort();
      connection = rollbook.connects("emulated", key, URI.create(root));
      assertThat(doctor(rollbook, connection).path("ok").asBoolean()).isTrue();
      emulator.terminate();
    }
    var gone = doctor(rollbook, connection);
    assertThat(gone.path("ok").asBoolean()).isFalse();
    assertThat(gone.path("missing").asString())
        .contains("Google does not answer: connection refused at 127.0.0.1:" + port)
        .contains("this machine can reach it")
        .doesNotContain("next run");
    try (var emulator = emulator(rollbook.home(), port, files, key)) {
      var plan = rollbook.succeeds("plan", connection, "--json").json();
      assertThat(plan.at("/counts/CREATE_CLASS").asInt()).isPositive();
      emulator.terminate();
    }
  }

  private static Staying emulator(Path home, int port, Path accounts, Path key) throws IOException {
    return Staying.start(
        home,
        "emulator",
        "--port",
        port,
        "--accounts",
        accounts,
        "--key",
        key,
        "--no-quota",
        "--json");
  }

  /** What the doctor finds about one connection; other tests' emulators may be gone. */
  private static JsonNode doctor(TypedCommands rollbook, String connection) {
    for (JsonNode finding : rollbook.type("doctor", "--json").json()) {
      if (finding.path("what").asString().equals("connection " + connection)) {
        return finding;
      }
    }
    throw new AssertionError("the doctor says nothing of " + connection);
  }
}
