package org.rollbook.learn.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollbook.learn.clever.CleverStandIn;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.Person;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverOAuth;
import org.rollbook.sources.cleverapi.CleverSettings;
import org.rollbook.sources.cleverapi.CleverSettings.Patience;
import org.rollbook.sources.cleverapi.DistrictTokens;
import org.rollbook.sources.cleverapi.Surroundings;

/** Two hundred teachers sign in within a minute. */
class ManyTeachersTest {
  private static final int TEACHERS = 200;
  private static final int PER_MINUTE = 300;
  private static final int FASTER = 20;

  private final Instant began = Instant.now();

  @Test
  void two_hundred_teachers_who_sign_in_at_once_all_end_synced() {
    try (var house = new House()) {
      var district = house.district();
      var students =
          IntStream.range(0, 60).mapToObj(n -> district.student("Student", "N" + n)).toList();
      var teachers =
          IntStream.range(0, TEACHERS)
              .mapToObj(n -> house.signIn(district, district.teacher("Teacher", "N" + n)))
              .toList();
      teachers.forEach(one -> district.section("Class", one.cleverId(), students.subList(0, 30)));
      house.hand(district, "update person set imported_at = now() where district_id = :district");
      house.clever.forgetCalls();

      var windows = limit(house);
      var allAsked = new CountDownLatch(1);
      holdReadingsOfTheFeed(house, allAsked);
      try (var importing = paced(house)) {
        var begun =
            teachers.stream()
                .map(one -> (Started.Begun) importing.start(one, Cause.LOGIN))
                .toList();
        allAsked.countDown();
        assertAllEnd(house, begun, teachers);
      }
      assertThat(windows).hasSizeGreaterThan(1);
      // What is under way when a minute begins arrives in the next.
      assertThat(windows.values()).allMatch(calls -> calls.get() <= PER_MINUTE + 10);

      assertThat(Shown.in(house, district).values())
          .hasSize(TEACHERS)
          .allMatch(one -> one.students().size() == 30);
      // The reading that was under way and one for all who asked meanwhile, of three calls at most:
      // a page, and whether the feed was begun anew.
      long ofFeed = house.clever.calls("/events");
      assertThat(ofFeed).isBetween(1L, 2 * 3L);
      // Each is read once: two lists and the teacher.
      assertThat(house.clever.calls("/v3")).isEqualTo(ofFeed + 3 * TEACHERS);
      assertThat(
              house.rows(
                  district.id(),
                  "select teacher_id::text from sync_run where district_id = :district and cause = 'LOGIN'"))
          .hasSize(TEACHERS)
          .doesNotHaveDuplicates();
    }
  }

  /** Counts the calls of each minute of the fast clock. */
  private ConcurrentMap<Long, AtomicInteger> limit(House house) {
    var windows = new ConcurrentHashMap<Long, AtomicInteger>();
    house.clever.fault(call -> {
      long minute = now().getEpochSecond() / 60;
      if (call.path().startsWith("/users") || call.path().startsWith("/events")) {
        windows.computeIfAbsent(minute, first -> new AtomicInteger()).incrementAndGet();
      }
      return false;
    });
    return windows;
  }

  /** Clever's answer about the feed takes until then: a reading is under way while they all ask. */
  private static void holdReadingsOfTheFeed(House house, CountDownLatch until) {
    house.clever.fault(call -> {
      if (call.path().startsWith("/events")) {
        try {
          assertThat(until.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException ended) {
          Thread.currentThread().interrupt();
        }
      }
      return false;
    });
  }

  /** Time runs twenty times as fast, for the client's own pace and for its waits. */
  private Instant now() {
    return began.plus(Duration.between(began, Instant.now()).multipliedBy(FASTER));
  }

  /** A process that keeps a smaller limit, so that the minutes are full. */
  private Importing paced(House house) {
    var usual = Patience.USUAL;
    var patience =
        new Patience(
            usual.answer(),
            usual.attempts(),
            usual.firstWait(),
            usual.longestWait(),
            usual.limitedWaits(),
            PER_MINUTE);
    var settings = CleverSettings.of(house.clever.base()).withPatience(patience);
    var around =
        new Surroundings(
            HttpClient.newHttpClient(),
            this::now,
            time -> Thread.sleep(time.dividedBy(FASTER)),
            () -> ThreadLocalRandom.current().nextLong());
    var oauth =
        new CleverOAuth(
            house.clever.base(), CleverStandIn.CLIENT, CleverStandIn.SECRET, settings, around);
    var clients = new ConcurrentHashMap<DistrictId, CleverApi>();
    return new Importing(
        house.database,
        district ->
            clients.computeIfAbsent(
                district,
                id -> new CleverApi(settings, new DistrictTokens(oauth, id.value()), around)),
        House.SUPPORT,
        InstantSource.system());
  }

  private static void assertAllEnd(House house, List<Started.Begun> begun, List<Person> teachers) {
    for (int number = 0; number < begun.size(); number++) {
      var run = house.ended(begun.get(number).run(), teachers.get(number));
      assertThat(run.outcome()).contains(SyncRun.Outcome.DONE);
    }
  }
}
