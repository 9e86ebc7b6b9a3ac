package org.rollbook.registry.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Share;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Reader;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.SmallDistrict;
import org.rollbook.registry.testing.TestServer;

@ExtendWith(TestServer.class)
final class AccessLogTest {
  @Test
  void what_apps_read_is_known_for_four_hundred_days(Database database) {
    var district = new SharingDistrict(database);
    district.publish(SmallDistrict.school("A"));
    App app = district.app();
    district.share(app, Share.wholeDistrict());
    Reader reader = district.sharing().reader(app.id(), district.key()).orElseThrow();
    var now = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
    InstantSource clock = now::get;
    var log = new AccessLog(database.jdbc(), clock);
    log.note(reader, "/v3.1/users", 7);
    now.updateAndGet(at -> at.plus(Duration.ofDays(1)));
    log.note(reader, "/v3.1/users", 8);

    now.updateAndGet(at -> at.plus(AccessLog.KEPT).minus(Duration.ofDays(1)));
    log.forgetOld();
    assertThat(log.of(district.key(), Instant.EPOCH)).hasSize(2);
    now.updateAndGet(at -> at.plus(Duration.ofHours(1)));
    log.forgetOld();
    assertThat(log.of(district.key(), Instant.EPOCH))
        .extracting(AccessLog.Access::records)
        .containsExactly(8L);
  }
}
