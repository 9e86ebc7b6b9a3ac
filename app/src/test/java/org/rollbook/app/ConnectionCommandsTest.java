package org.rollbook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.app.serving.NodeStatus;
import org.rollbook.hub.server.Status;
import org.rollbook.sources.generator.District;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;

/** G1: a connection is set right, renewed and removed by the commands that made it. */
@ExtendWith(SharedHome.class)
class ConnectionCommandsTest {
  @TempDir private Path folder = Path.of("");

  private static TypedCommands.Answer connect(
      TypedCommands rollbook, String district, Path key, String administrator, URI root) {
    return rollbook.type(
        "connect",
        "google-classroom",
        "--district",
        district,
        "--service-account",
        key,
        "--admin",
        administrator,
        "--root-url",
        root);
  }

  private District imported(TypedCommands rollbook, String key) throws Exception {
    var district = new DistrictGenerator(GeneratorSettings.of(100, 31)).first();
    district.writeCleverCsv(folder.resolve("files"));
    rollbook.succeeds("import", "--district", key, folder.resolve("files"));
    return district;
  }

  @Test
  void G1_a_mistyped_administrator_is_told_of_and_set_right_by_the_same_command(
      TypedCommands rollbook, ServedHome served) throws Exception {
    var district = imported(rollbook, "mistyped");
    try (var google = EmulatedGoogle.withoutQuota()) {
      EmulatedGoogle.open(google, district.accounts());
      var key = EmulatedGoogle.key(google, folder);
      var mistyped =
          connect(rollbook, "mistyped", key, "leo@" + EmulatedGoogle.DOMAIN, google.rootUrl());
      assertThat(mistyped.exit()).isEqualTo(1);
      assertThat(mistyped.out()).contains("It is kept, but does not work yet", "mistyped");
      var id = mistyped.out().split("\\s", 2)[0];
      assertThat(mistyped.out()).contains("the same command with what is right renews " + id);

      assertThat(trouble(served, id)).isPresent();

      var right = connect(rollbook, "mistyped", key, EmulatedGoogle.ADMIN, google.rootUrl());
      assertThat(right.exit()).isZero();
      assertThat(right.out()).startsWith(id + " renewed").contains("It works.");
      assertThat(trouble(served, id)).isEmpty();
      rollbook.succeeds("sync", id, "--json");

      var again = rollbook.connects("mistyped", key, google.rootUrl());
      assertThat(again).isEqualTo(id);
      var next = rollbook.succeeds("sync", id, "--json").json();
      assertThat(next.path("status").asString()).isEqualTo("unchanged");
    }
  }

  /** What the status page knows without asking Google. */
  private static Optional<Status.Trouble> trouble(ServedHome served, String connection) {
    return new NodeStatus(served.node())
        .status().connections().stream()
            .filter(shown -> shown.id().equals(connection))
            .findFirst()
            .orElseThrow()
            .trouble();
  }

  @Test
  void G1_a_connection_is_removed_by_a_person_who_was_told_what_is_lost(TypedCommands rollbook)
      throws Exception {
    var district = imported(rollbook, "removed");
    try (var google = EmulatedGoogle.withoutQuota()) {
      EmulatedGoogle.open(google, district.accounts());
      var id = rollbook.connects("removed", EmulatedGoogle.key(google, folder), google.rootUrl());
      rollbook.succeeds("sync", id, "--json");
      long writes = google.calls().write();

      var unasked = rollbook.type("disconnect", id);
      assertThat(unasked.exit()).isEqualTo(2);
      assertThat(unasked.err())
          .contains("Lost for good: what was agreed on", "0 kept changes and 1 run")
          .contains("The classes stay as they are", "was not removed", "--yes");
      assertThat(rollbook.answering("no", "disconnect", id).exit()).isEqualTo(2);
      assertThat(rollbook.type("disconnect", id, "--json").exit()).isEqualTo(2);

      var removed = rollbook.answering(id, "disconnect", id);
      assertThat(removed.exit()).as(removed.err()).isZero();
      assertThat(removed.out()).contains(id + " removed");
      assertThat(rollbook.type("sync", id).err()).contains("There is no connection " + id);
      assertThat(google.calls().write()).isEqualTo(writes);

      var anew = rollbook.connects("removed", EmulatedGoogle.key(google, folder), google.rootUrl());
      assertThat(anew).isNotEqualTo(id);
      var lost = rollbook.succeeds("disconnect", anew, "--yes", "--json").json();
      assertThat(lost.path("status").asString()).isEqualTo("removed");
      assertThat(lost.at("/lost/classes").asLong()).isZero();
    }
  }
}
