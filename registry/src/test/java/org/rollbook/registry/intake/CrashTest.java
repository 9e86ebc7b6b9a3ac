package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.School;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.database.DatabaseUnavailable;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.TestServer;

@ExtendWith(TestServer.class)
final class CrashTest {
  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  CrashTest(Database database) {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
  }

  private ImportReport deliver(FakeSnapshot snapshot, Progress progress) throws IOException {
    return intake.importSnapshot(district, deliveries.of(snapshot), progress);
  }

  /** Does something at every step of an import. */
  private interface AtStep extends Progress {
    @Override
    default void rows(RecordKind kind, long rows) {}
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WAITING_FOR_TURN")
  void H2_a_lost_connection_leaves_the_old_roster_and_the_next_import_works(Progress.Step at)
      throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(5)), Progress.NONE);
    RosterDump before = RosterDump.of(database, district);
    AtStep cut =
        step -> {
          if (step == at) {
            endBackend();
          }
        };
    assertThatThrownBy(() -> deliver(FakeSnapshot.of(oneClassOf(7)), cut))
        .isInstanceOfAny(
            DatabaseUnavailable.class, org.springframework.dao.DataAccessException.class);
    assertThat(RosterDump.of(database, district)).isEqualTo(before);
    assertThat(deliver(FakeSnapshot.of(oneClassOf(7)), Progress.NONE).events())
        .isEqualTo(new ImportReport.Events(2, 1, 0));
  }

  /** As Ctrl-C does: what is left of the delivery must not be taken for all of it. */
  @ParameterizedTest
  @EnumSource
  void H2_an_interrupted_import_is_whole_or_nothing(Progress.Step at) throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(5)), Progress.NONE);
    RosterDump before = RosterDump.of(database, district);
    AtStep interrupt =
        step -> {
          if (step == at) {
            Thread.currentThread().interrupt();
          }
        };
    boolean whole = true;
    try {
      deliver(FakeSnapshot.of(oneClassOf(7)), interrupt);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("was interrupted").hasMessageContaining("Nothing was");
      whole = false;
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(whole).isEqualTo(at.compareTo(Progress.Step.READING) > 0);
    assertThat(RosterDump.of(database, district).equals(before)).isEqualTo(!whole);
    assertThat(deliver(FakeSnapshot.of(oneClassOf(7)), Progress.NONE).status())
        .isEqualTo(whole ? SnapshotStatus.UNCHANGED : SnapshotStatus.APPLIED);
    assertThat(RosterDump.of(database, district).records()).hasSize(before.records().size() + 2);
  }

  /** Ends the connection of this test's import: the one that has locked this test's district. */
  private void endBackend() {
    database
        .jdbc()
        .sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where state = 'idle in transaction' and pid <> pg_backend_pid()
            """)
        .query()
        .listOfRows();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WAITING_FOR_TURN")
  void H2_a_first_import_that_does_not_end_leaves_no_district(Progress.Step at) throws IOException {
    AtStep cut =
        step -> {
          if (step == at) {
            endBackend();
          }
        };
    assertThatThrownBy(() -> deliver(FakeSnapshot.of(oneClassOf(5)), cut))
        .isInstanceOfAny(
            DatabaseUnavailable.class, org.springframework.dao.DataAccessException.class);
    assertThat(intake.limits(district)).as("of no district").isEmpty();
    assertThat(deliver(FakeSnapshot.of(oneClassOf(5)), Progress.NONE).status())
        .isEqualTo(SnapshotStatus.APPLIED);
  }

  @ParameterizedTest
  @CsvSource({
    "53100, The disk of the database is full. The roster is as it was before: make room",
    "53200, The database has no memory left.",
    "57P01, The database was shut down meanwhile.",
    "22012, 'The database failed. The roster is as it was before: import again. (ERROR: as asked)'",
  })
  void what_fails_in_the_database_is_told_without_its_statement(String state, String says)
      throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(5)), Progress.NONE);
    try (var failing = new FailingTable(database, "school", state)) {
      assertThat(failing.state()).isEqualTo(state);
      assertThatThrownBy(() -> deliver(FakeSnapshot.of(renamedSchool()), Progress.NONE))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageStartingWith(says)
          .hasMessageContaining("import again")
          .message()
          .doesNotContainIgnoringCase("update school");
    }
    assertThat(deliver(FakeSnapshot.of(renamedSchool()), Progress.NONE).status())
        .isEqualTo(SnapshotStatus.APPLIED);
  }

  private static List<RosterRecord> renamedSchool() {
    return oneClassOf(5).stream()
        .map(record ->
            record instanceof School school
                ? new School(school.id(), "Another name", school.attributes())
                : record)
        .toList();
  }

  /** A table that fails to be written, as if the server were in trouble. */
  private record FailingTable(Database database, String table, String state)
      implements AutoCloseable {
    private FailingTable {
      database
          .jdbc()
          .sql(
              """
              create function fail() returns trigger language plpgsql as
              $$ begin raise exception 'as asked' using errcode = '%s'; end $$
              """
                  .formatted(state))
          .update();
      database
          .jdbc()
          .sql(
              "create trigger failing before insert or update on %s execute function fail()"
                  .formatted(table))
          .update();
    }

    @Override
    public void close() {
      database.jdbc().sql("drop function fail cascade").update();
    }
  }

  @Test
  void two_first_imports_of_a_district_take_turns() throws IOException {
    var others = new ArrayList<CompletableFuture<ImportReport>>();
    AtStep deliverMeanwhile =
        step -> {
          if (step == Progress.Step.READING) {
            others.add(
                CompletableFuture.supplyAsync(() -> {
                  try {
                    return deliver(FakeSnapshot.of(oneClassOf(6)), Progress.NONE);
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                }));
          }
        };
    deliver(FakeSnapshot.of(oneClassOf(5)), deliverMeanwhile);
    assertThat(others.getFirst().join().events()).isEqualTo(new ImportReport.Events(1, 1, 0));
  }

  @Test
  void H2_a_reader_sees_the_old_roster_or_the_new_one() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(5)), Progress.NONE);
    RosterDump before = RosterDump.of(database, district);
    List<RosterDump> seen = new ArrayList<>();
    AtStep look = step -> seen.add(RosterDump.of(database, district));
    deliver(FakeSnapshot.of(oneClassOf(9)), look);
    assertThat(seen).hasSize(Progress.Step.values().length).allMatch(before::equals);
    assertThat(RosterDump.of(database, district)).isNotEqualTo(before);
  }

  @Test
  void one_import_of_a_district_waits_for_the_other() throws IOException {
    deliver(FakeSnapshot.of(oneClassOf(5)), Progress.NONE);
    var others = new ArrayList<CompletableFuture<ImportReport>>();
    AtStep deliverMeanwhile =
        step -> {
          if (step == Progress.Step.READING) {
            others.add(
                CompletableFuture.supplyAsync(() -> {
                  try {
                    return deliver(FakeSnapshot.of(oneClassOf(7)), Progress.NONE);
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                }));
          }
        };
    ImportReport first = deliver(FakeSnapshot.of(oneClassOf(6)), deliverMeanwhile);
    ImportReport second = others.getFirst().join();
    assertThat(first.events()).isEqualTo(new ImportReport.Events(1, 1, 0));
    assertThat(second.events()).isEqualTo(new ImportReport.Events(1, 1, 0));
    assertThat(second.snapshot()).isGreaterThan(first.snapshot());
  }
}
