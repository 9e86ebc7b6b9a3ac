package org.rollbook.registry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server between real processes. */
final class EmbeddedServerTest {
  @TempDir Path home;

  /** A process of ours that has the database open until it is told to end, or killed. */
  private record Child(Process process, BufferedReader says, Path complaints) {
    static Child start(Path home) throws IOException {
      Path complaints = Files.createTempFile(home, "complaints-", ".txt");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  OpenUntilTold.class.getName(),
                  home.toString())
              .redirectError(complaints.toFile())
              .start();
      return new Child(
          process,
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
          complaints);
    }

    /** Waits until it is open. */
    void opened() throws IOException {
      var line = says.readLine();
      assertThat(line).as(Files.readString(complaints)).isEqualTo("open");
    }

    void end() throws IOException, InterruptedException {
      process.getOutputStream().close();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Optional<Postmaster> running() throws IOException {
    return Postmaster.running(home.resolve("postgres").resolve("data"));
  }

  @Test
  void processes_that_start_at_once_share_one_server_and_the_last_one_stops_it()
      throws IOException, InterruptedException {
    Child first = Child.start(home);
    Child second = Child.start(home);
    first.opened();
    second.opened();
    Postmaster server = running().orElseThrow();

    first.end();
    assertThat(running()).contains(server);
    second.end();
    assertThat(running()).isEmpty();
    staleFilesAreNoHindrance();
  }

  /** After a machine crash the file names a process that is gone, or somebody else's. */
  private void staleFilesAreNoHindrance() throws IOException {
    Path data = home.resolve("postgres").resolve("data");
    Files.writeString(
        Postmaster.fileOf(data),
        "%d\n%s\n1\n5432\n\n127.0.0.1\n  1 1\nready\n"
            .formatted(ProcessHandle.current().pid(), data));
    var settings = new DatabaseSettings.Embedded(home);
    try (Database database = Database.open(settings);
        Database again = Database.open(settings)) {
      assertThat(again.jdbc().sql("select 1").query(Integer.class).single()).isEqualTo(1);
      database.jdbc().sql("update schema_history_registry set version = '9999'").update();
      assertThatThrownBy(() -> Database.open(settings))
          .isInstanceOfSatisfying(
              DatabaseUnavailable.class,
              e -> assertThat(e.reason()).isEqualTo(DatabaseUnavailable.Reason.NEWER_SCHEMA));
      assertThat(running()).isPresent();
    }
    assertThat(running()).isEmpty();
  }

  private static void anotherProgramHasADatabaseBeside(Database ours) {
    var place = ours.sibling("learn").orElseThrow();
    assertThat(ours.sibling("learn")).contains(place);
    try (Database theirs = Database.open(place)) {
      assertThat(theirs.jdbc().sql("select current_database()").query(String.class).single())
          .isEqualTo("learn");
      assertThat(theirs.sibling("other")).isEmpty();
    }
  }

  @Test
  void a_killed_process_leaves_the_server_to_the_next_one()
      throws IOException, InterruptedException {
    Child killed = Child.start(home);
    killed.opened();
    Postmaster server = running().orElseThrow();
    killed.process().destroyForcibly().waitFor();
    assertThat(running()).contains(server);

    try (Database next = Database.open(new DatabaseSettings.Embedded(home))) {
      assertThat(running()).contains(server);
      assertThat(next.jdbc().sql("show listen_addresses").query(String.class).single())
          .isEqualTo("127.0.0.1");
      assertThat(next.jdbc().sql("show synchronous_commit").query(String.class).single())
          .isEqualTo("on");
      anotherProgramHasADatabaseBeside(next);
    }
    assertThat(running()).isEmpty();
  }

  @Test
  void wrong_addresses_are_told_without_their_secrets() {
    for (String url :
        List.of("postgres://u:secret@h/d", "jdbc:postgresql://127.0.0.1:1/x?password=secret")) {
      assertThatThrownBy(
              () -> Database.open(new DatabaseSettings.External(url, "someone", "secret")))
          .isInstanceOf(DatabaseUnavailable.class)
          .message()
          .doesNotContain("password=secret");
    }
    assertThat(new DatabaseSettings.External("jdbc:postgresql://h/d?password=x", "u", "secret"))
        .hasToString("External[jdbcUrl=jdbc:postgresql://h/d, user=u]");
  }
}
