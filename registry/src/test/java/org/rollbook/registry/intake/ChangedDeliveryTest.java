package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.TestServer;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotDigest;
import org.rollbook.sources.SnapshotSource;

/** A delivery is read more than once: it has to be the same one each time (H2, H4). */
@ExtendWith(TestServer.class)
final class ChangedDeliveryTest {
  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  @TempDir private Path folder = Path.of("");

  ChangedDeliveryTest(Database database) {
    this.database = database;
  }

  private Intake intake(SnapshotReader reader) {
    return new Intake(database, reader, InstantSource.system());
  }

  /** An upload goes on while we read. */
  private record Uploaded(SnapshotSource source, AtomicInteger asked) implements SnapshotSource {
    @Override
    public String format() {
      return source.format();
    }

    @Override
    public SnapshotDigest digest() throws IOException {
      return new SnapshotDigest.Whole(source.digest().toString() + asked.incrementAndGet());
    }

    @Override
    public Reading read(RosterSink sink) throws IOException {
      return source.read(sink);
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }

  @Test
  void H2_files_that_change_while_they_are_read_change_nothing() throws IOException {
    intake(deliveries)
        .importSnapshot(district, deliveries.of(FakeSnapshot.of(oneClassOf(5))), Progress.NONE);
    RosterDump before = RosterDump.of(database, district);
    Intake uploading = intake(path -> new Uploaded(deliveries.open(path), new AtomicInteger()));

    assertThatThrownBy(() ->
            uploading.importSnapshot(
                district, deliveries.of(FakeSnapshot.of(oneClassOf(7))), Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was changed while it was read");
    assertThat(RosterDump.of(database, district)).isEqualTo(before);
  }

  @Test
  void H4_only_what_was_looked_at_can_be_approved() throws IOException {
    Intake intake = intake(deliveries);
    intake.importSnapshot(district, deliveries.of(FakeSnapshot.of(oneClassOf(30))), Progress.NONE);
    RosterDump before = RosterDump.of(database, district);
    ImportReport held =
        intake.importSnapshot(
            district, deliveries.of(FakeSnapshot.of(oneClassOf(15))), Progress.NONE);
    assertThat(held.status()).isEqualTo(SnapshotStatus.HELD);
    files(held.snapshot()).keep(deliveries.of(FakeSnapshot.of(oneClassOf(1))));

    assertThatThrownBy(() -> intake.approve(held.snapshot()))
        .isInstanceOf(DecisionRefused.class)
        .hasMessageContaining("is not what was looked at");
    assertThat(RosterDump.of(database, district)).isEqualTo(before);
  }

  private HeldFiles files(SnapshotNumber snapshot) {
    int number =
        database
            .jdbc()
            .sql("select district_id from snapshot where id = :id")
            .param("id", snapshot.value())
            .query(Integer.class)
            .single();
    return new HeldFiles(database.jdbc(), number, snapshot);
  }

  @Test
  void H4_what_a_link_leads_to_is_kept_and_no_folder_below_it() throws IOException {
    Path real = Files.createDirectories(folder.resolve("2026-09-08"));
    Files.writeString(real.resolve("schools.csv"), "a");
    Files.writeString(real.resolve("students.csv"), "b");
    Files.writeString(Files.createDirectories(real.resolve("archive")).resolve("old.csv"), "c");
    Path link = Files.createSymbolicLink(folder.resolve("current"), real);
    var kept = new HeldFiles(database.jdbc(), -1, new SnapshotNumber(1));
    kept.keep(link);

    Path restored = kept.restore(Files.createDirectories(folder.resolve("restored")));
    try (var files = Files.list(restored)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("schools.csv", "students.csv");
    }
    kept.forget();
  }

  @Test
  void H4_a_folder_that_holds_nothing_but_the_delivery_is_kept_with_it() throws IOException {
    Path outer = folder.resolve("export");
    Path inner = Files.createDirectories(outer.resolve("roster"));
    Files.writeString(inner.resolve("schools.csv"), "a");
    var kept = new HeldFiles(database.jdbc(), -1, new SnapshotNumber(2));
    kept.keep(outer);

    Path restored = kept.restore(Files.createDirectories(folder.resolve("restored")));
    assertThat(restored.resolve("roster/schools.csv")).hasContent("a");
    kept.forget();
  }
}
