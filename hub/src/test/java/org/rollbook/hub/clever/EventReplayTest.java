package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.sharing.Registered;
import org.rollbook.sources.cleverapi.CleverRecord;

/** An app that lives on events for days has what one has that reads everything. */
@ExtendWith(CleverHouse.Open.class)
final class EventReplayTest {
  private static final int STUDENTS = 2_000;

  private final CleverHouse house;
  private final GeneratedDays days;
  private final Registered registered;
  private final ApiClient app;
  private final Random chance = new Random(20_261_122);

  EventReplayTest(CleverHouse house) {
    this.house = house;
    this.days = new GeneratedDays(house, STUDENTS, 43);
    this.registered = house.newApp();
    this.app = house.share(registered, days.key(), GeneratedDays.everythingBut());
  }

  @Test
  void H5_a_consumer_that_replays_events_equals_a_fresh_read() throws IOException {
    var replica = new Replica(house, app);
    replica.begin(days::nextDay);
    assertThat(replica.catchUp(chance)).as("what came while everything was read").isPositive();
    equalsAFreshRead(replica);
    days.nextDay();
    share(days.withoutTheLastSchool());
    days.nextDay();
    assertThat(replica.catchUp(chance)).isGreaterThan(2 * Replica.BATCH);
    equalsAFreshRead(replica);
    share(GeneratedDays.everythingBut());
    days.nextDay();
    assertThat(replica.catchUp(chance)).isGreaterThan(2 * Replica.BATCH);
    equalsAFreshRead(replica);
    share(GeneratedDays.everythingBut(SharedField.STUDENT_EMAIL, SharedField.STUDENT_LOCATION));
    days.nextDay();
    assertThat(replica.catchUp(chance)).isGreaterThan(STUDENTS * 95 / 100);
    equalsAFreshRead(replica);
    share(GeneratedDays.everythingBut(SharedField.STUDENT_CONTACTS, SharedField.STUDENT_DOB));
    days.nextDay();
    days.nextDay();
    assertThat(replica.catchUp(chance)).isGreaterThan(STUDENTS * 95 / 100);
    equalsAFreshRead(replica);
    assertThat(replica.catchUp(chance)).isZero();
  }

  private void share(Share share) {
    house.share(registered, days.key(), share);
  }

  private void equalsAFreshRead(Replica replica) throws IOException {
    var fresh = new Replica(house, app);
    fresh.readWhole(() -> {});
    assertThat(replica.objects().keySet()).isEqualTo(fresh.objects().keySet());
    fresh
        .objects()
        .forEach((id, object) -> assertThat(replica.objects().get(id)).isEqualTo(object));
    fresh
        .records()
        .forEach((id, record) -> {
          if (!(record instanceof CleverRecord.District)) {
            assertThat(replica.records().get(id)).isEqualTo(record);
          }
        });
    assertThat(replica.records().keySet()).isEqualTo(fresh.records().keySet());
  }
}
