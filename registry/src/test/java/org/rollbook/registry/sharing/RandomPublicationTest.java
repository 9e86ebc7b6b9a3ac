package org.rollbook.registry.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Consumer;
import org.rollbook.registry.testing.ExpectedMembers;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.OracleRoster;
import org.rollbook.registry.testing.RandomShares;
import org.rollbook.registry.testing.RandomSnapshots;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.TestServer;

/**
 * Random histories of snapshots and shares; a failing seed is in the test's name. More: {@code
 * -Drollbook.seeds=500}, longer ones: {@code -Drollbook.history.length=100}.
 */
@ExtendWith(TestServer.class)
final class RandomPublicationTest {
  private static final int STEPS = Integer.getInteger("rollbook.history.length", 8);

  private final Database database;
  private final SharingDistrict district;
  private final OracleRoster roster = new OracleRoster();

  RandomPublicationTest(Database database) {
    this.database = database;
    this.district = new SharingDistrict(database);
  }

  static Stream<Long> seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("rollbook.seeds", 3)).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void H5_H6_events_replayed_are_what_can_be_read_and_what_a_fresh_start_would_give(long seed) {
    var random = new Random(seed);
    var snapshots = new RandomSnapshots(random);
    var shares = new RandomShares(random);
    take(snapshots.next());
    List<Consumer> consumers =
        List.of(
            consumer(SharedField.STUDENT_EMAIL, SharedField.STUDENT_CONTACTS),
            consumer(SharedField.STUDENT_CONTACTS, SharedField.STUDENT_EXT),
            consumer());
    for (int i = 0; i < STEPS; i++) {
      // Publishing may be late: several snapshots at once, and a share that changes in between.
      for (int late = random.nextInt(3); late > 0; late--) {
        take(snapshots.next());
      }
      Consumer one = consumers.get(random.nextInt(consumers.size()));
      switch (random.nextInt(8)) {
        case 0 -> district.sharing().unshare(one.app().id(), district.key());
        case 1, 2, 3 -> previewedAndShared(one.app(), shares.next(roster));
        default -> {}
      }
      district.publication().publish(district.key());
      consumers.forEach(this::check);
      startAfresh();
    }
  }

  private Consumer consumer(SharedField... fields) {
    return new Consumer(district, district.app(fields));
  }

  private void take(FakeSnapshot snapshot) {
    district.take(snapshot);
    roster.apply(snapshot);
  }

  private void previewedAndShared(App app, Share share) {
    SharePreview preview = district.sharing().preview(app.id(), district.key(), share);
    long before = district.lastEvent();
    district.share(app, share);
    var told = district.eventsAfter(app, before);
    // The district itself is counted nowhere, adults with two roles are counted twice.
    assertThat(preview.counts().values().stream().mapToLong(SharePreview.Counts::appear).sum())
        .isGreaterThanOrEqualTo(
            told.stream().filter(e -> e.operation().equals("created") && e.kind() > 0).count());
    assertThat(district.sharing().shareOf(app.id(), district.key())).contains(share);
  }

  private void check(Consumer consumer) {
    consumer.catchUp(published());
    assertThat(members(consumer.app())).isEqualTo(expected(consumer.app()));
  }

  private Map<Long, Integer> expected(App app) {
    return district
        .sharing()
        .shareOf(app.id(), district.key())
        .map(share ->
            ExpectedMembers.of(
                database,
                district.key(),
                roster,
                share,
                app.about().optional().contains(SharedField.STUDENT_CONTACTS)
                    && !share.refused().contains(SharedField.STUDENT_CONTACTS)))
        .orElse(Map.of());
  }

  private Map<Long, Integer> members(App app) {
    var members = new TreeMap<Long, Integer>();
    database
        .jdbc()
        .sql(
            """
            select m.id, m.rule from share_member m join district d on d.id = m.district_id
            where d.key = :key and m.app_id = :app
            """)
        .param("key", district.key().value())
        .param("app", app.id().number())
        .query(row -> {
          members.put(row.getLong(1), row.getInt(2));
        });
    return members;
  }

  private Set<Long> published() {
    return database
        .jdbc()
        .sql(
            """
            select o.id from shared_object o join district d on d.id = o.district_id
            where d.key = :key
            """)
        .param("key", district.key().value())
        .query(Long.class)
        .set();
  }

  /** As after the loss of all events: everything is rendered anew, and nothing is different. */
  private void startAfresh() {
    List<String> before = everything();
    database
        .jdbc()
        .sql("update district set published_event = null where key = :key")
        .param("key", district.key().value())
        .update();
    assertThat(district.publication().publish(district.key())).isZero();
    assertThat(everything()).isEqualTo(before);
  }

  private List<String> everything() {
    return database
        .jdbc()
        .sql(
            """
            select o.kind || '/' || o.id || o.object || o.links::text from shared_object o
            join district d on d.id = o.district_id where d.key = :key
            union all
            select m.app_id || ':' || m.kind || '/' || m.id || '/' || m.rule from share_member m
            join district d on d.id = m.district_id where d.key = :key
            union all
            select c.contact_id || ' of ' || c.student_id || c.name || c.attributes
            from contact_of_student c
            join district d on d.id = c.district_id where d.key = :key
            order by 1
            """)
        .param("key", district.key().value())
        .query(String.class)
        .list();
  }
}
