package org.rollbook.registry.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.Intake;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.TestServer;

@ExtendWith(TestServer.class)
final class EventHistoryTest {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final DistrictKey district = new DistrictKey("d-" + UUID.randomUUID());

  EventHistoryTest(Database database) {
    this.database = database;
  }

  private void deliver(int students, Instant at) throws IOException {
    new Intake(database, deliveries, InstantSource.fixed(at))
        .importSnapshot(
            district, deliveries.of(FakeSnapshot.of(oneClassOf(students))), Progress.NONE);
  }

  @Test
  void H5_events_are_kept_thirty_days_and_their_numbers_go_on() throws IOException {
    deliver(3, LONG_AGO);
    deliver(4, LONG_AGO.plus(Duration.ofDays(2)));
    Instant later = LONG_AGO.plus(Duration.ofDays(31));
    assertThat(new EventHistory(database, InstantSource.fixed(later)).forgetOld()).isEqualTo(8);
    assertThat(RosterDump.eventsAfter(database, district, 0))
        .extracting(RosterDump.Event::seq)
        .containsExactly(9L, 10L);
    deliver(5, later);
    assertThat(RosterDump.eventsAfter(database, district, 10))
        .extracting(RosterDump.Event::operation)
        .containsExactly("created", "updated");
  }

  @Test
  void H5_an_installation_without_a_server_forgets_with_its_imports() throws IOException {
    deliver(3, LONG_AGO);
    deliver(4, LONG_AGO.plus(Duration.ofDays(2)));
    deliver(5, LONG_AGO.plus(Duration.ofDays(31)));
    assertThat(RosterDump.eventsAfter(database, district, 0))
        .extracting(RosterDump.Event::seq)
        .containsExactly(9L, 10L, 11L, 12L);
  }
}
