package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.OracleRoster;
import org.rollbook.registry.testing.RandomSnapshots;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.RosterDump.Entry;
import org.rollbook.registry.testing.RosterDump.Event;
import org.rollbook.registry.testing.TestServer;
import org.rollbook.registry.testing.Written;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random histories of snapshots against an oracle; a failing seed is in the test's name. Longer
 * ones: {@code -Drollbook.history.length=100}, more of them: {@code -Drollbook.seeds=50}.
 */
@ExtendWith(TestServer.class)
final class RandomHistoryTest {
  private static final int SNAPSHOTS = Integer.getInteger("rollbook.history.length", 8);

  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  RandomHistoryTest(Database database) {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
  }

  static Stream<Long> seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("rollbook.seeds", 10)).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void H3_H5_H8_the_roster_is_what_the_oracle_says(long seed) throws IOException {
    var snapshots = new RandomSnapshots(new Random(seed));
    var oracle = new OracleRoster();
    Map<String, Long> ids = Map.of();
    for (int i = 0; i < SNAPSHOTS; i++) {
      FakeSnapshot snapshot = snapshots.next();
      RosterDump before = RosterDump.of(database, district);
      long last = lastEvent();
      ImportReport report = take(snapshot);
      RosterDump after = RosterDump.of(database, district);
      Map<RecordKind, Long> rejected = oracle.apply(snapshot);

      assertThat(Written.of(after)).as("snapshot %d", i).isEqualTo(Written.of(oracle));
      rowsAddUp(snapshot, report, rejected);
      List<Event> events = RosterDump.eventsAfter(database, district, last);
      assertThat(report.events().sum()).isEqualTo(events.size());
      assertThat(events.size()).isEqualTo((int) (lastEvent() - last));
      assertThat(undone(after, events)).as("snapshot %d", i).isEqualTo(before.records());
      Map<String, Long> now = RosterDump.ids(database, district);
      assertThat(now).containsAllEntriesOf(ids);
      ids = now;
      assertThat(take(snapshot).status()).isEqualTo(SnapshotStatus.UNCHANGED);
      assertThat(again(snapshot).status()).isEqualTo(SnapshotStatus.UNCHANGED);
    }
  }

  private ImportReport take(FakeSnapshot snapshot) throws IOException {
    ImportReport report = intake.importSnapshot(district, deliveries.of(snapshot), Progress.NONE);
    return report.status() == SnapshotStatus.HELD ? intake.approve(report.snapshot()) : report;
  }

  /** The same rows with other bytes: compared in full, and found to be the same. */
  private ImportReport again(FakeSnapshot snapshot) throws IOException {
    return take(new FakeSnapshot(snapshot.rows(), List.of(RecordKind.TERM), snapshot.refused()));
  }

  private long lastEvent() {
    return database
        .jdbc()
        .sql("select last_event from district_state where key = :key")
        .param("key", district.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private static void rowsAddUp(
      FakeSnapshot snapshot, ImportReport report, Map<RecordKind, Long> rejectedByOracle) {
    var rows = new TreeMap<RecordKind, ImportReport.Rows>();
    for (RecordKind kind : RecordKind.values()) {
      long read = 0;
      long unreadable = 0;
      for (FakeSnapshot.Row row : snapshot.rows()) {
        switch (row) {
          case FakeSnapshot.Row.Read r -> read += r.record().key().kind() == kind ? 1 : 0;
          case FakeSnapshot.Row.Unreadable u -> unreadable += u.kind() == kind ? 1 : 0;
        }
      }
      long rejected = rejectedByOracle.getOrDefault(kind, 0L);
      if (read + unreadable > 0) {
        rows.put(
            kind, new ImportReport.Rows(read + unreadable, read - rejected, unreadable + rejected));
      }
    }
    assertThat(report.records()).isEqualTo(rows);
  }

  /** Walks back through the events, checking on the way what their order promises (H5). */
  private static Map<Long, Entry> undone(RosterDump after, List<Event> events) {
    var state = new TreeMap<>(after.records());
    for (Event event : events.reversed()) {
      if (event.operation().equals("deleted")) {
        assertThat(state).doesNotContainKey(event.id());
        state.values().forEach(e -> assertThat(references(e)).doesNotContain(event.id()));
        state.put(event.id(), new Entry(event.kind(), RosterDump.json(event.object())));
        continue;
      }
      Entry now = Objects.requireNonNull(state.get(event.id()), event::toString);
      // What this event may tell of must have been told of before, or by this event.
      assertThat(state.keySet()).as(event.toString()).containsAll(references(now));
      if (event.operation().equals("created")) {
        state.remove(event.id());
      } else {
        state.put(event.id(), new Entry(now.kind(), former(now, event)));
      }
    }
    return state;
  }

  private static ObjectNode former(Entry now, Event event) {
    ObjectNode object = now.object().deepCopy();
    RosterDump.json(event.previous())
        .properties()
        .forEach(field -> {
          if (field.getKey().equals("students")) {
            var students = new TreeSet<Long>();
            object.get("students").forEach(s -> students.add(s.longValue()));
            field.getValue().get("added").forEach(s -> students.remove(s.longValue()));
            field.getValue().get("removed").forEach(s -> students.add(s.longValue()));
            var list = object.putArray("students");
            students.forEach(list::add);
          } else {
            object.set(field.getKey(), field.getValue());
          }
        });
    // Read anew: a written number and a read one are different nodes.
    return RosterDump.json(object.toString());
  }

  private static List<Long> references(Entry entry) {
    var ids = new ArrayList<Long>();
    for (String field :
        List.of(
            "school_id",
            "school_ids",
            "primary_teacher_id",
            "co_teacher_ids",
            "course_id",
            "term_id",
            "students")) {
      JsonNode value = entry.object().path(field);
      value.forEach(id -> ids.add(id.longValue()));
      if (value.isNumber()) {
        ids.add(value.longValue());
      }
    }
    return ids;
  }
}
