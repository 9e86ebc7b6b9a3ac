package org.rollbook.learn.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.people.Person;

/** Runs: one at a time, told as they go, found out when they were killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunsTest {
  private final House house = new House();
  private StandInDistrict district = house.district();
  private Person ada = house.signIn(district, district.teacher("Ada", "Wong"));

  @BeforeEach
  void aTeacher() {
    district = house.district();
    ada = house.signIn(district, district.teacher("Ada", "Wong"));
    district.section("Algebra", ada.cleverId(), List.of(district.student("Ben", "Ito")));
    district.section("Biology", ada.cleverId(), List.of());
  }

  @AfterEach
  void calm() {
    house.clever.noFaults();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  /** Holds calls to a path until the latch opens. */
  private CountDownLatch hold(String path) {
    var open = new CountDownLatch(1);
    house.clever.fault(call -> {
      if (call.path().matches(path)) {
        awaitOpen(open);
      }
      return false;
    });
    return open;
  }

  private static void awaitOpen(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void two_syncs_of_one_teacher_never_run_at_once_in_any_process() {
    var open = hold("/users/[^/]+/sections");
    var first = (Started.Begun) house.importing.start(ada, Cause.FIRST_IMPORT);

    assertThat(house.importing.start(ada, Cause.FIRST_IMPORT))
        .isEqualTo(new Started.RunningAlready(first.run()));
    try (var other = house.another()) {
      assertThat(other.start(ada, Cause.FIRST_IMPORT))
          .isEqualTo(new Started.RunningAlready(first.run()));
    }
    open.countDown();
    assertThat(house.ended(first.run(), ada).outcome()).contains(SyncRun.Outcome.DONE);
  }

  @Test
  void who_follows_a_run_sees_every_class_and_the_end() {
    var seen = Collections.synchronizedList(new ArrayList<SyncRun>());
    var open = hold("/users/[^/]+/mystudents");
    var run = ((Started.Begun) house.importing.start(ada, Cause.FIRST_IMPORT)).run();
    var elsewhere = house.another();
    try (var here = house.importing.follow(run, seen::add);
        var there = elsewhere.follow(run, seen::add)) {
      assertThat(here).isNotSameAs(there);
      open.countDown();
      House.await(() ->
          seen.stream().filter(one -> one.ended().isPresent()).count() == 2
              ? Optional.of(true)
              : Optional.empty());
    }
    assertThat(seen.getFirst().ended()).isEmpty();
    assertThat(seen.getLast().lines()).hasSize(2);
    assertThat(house.importing.latest(ada.id()).orElseThrow().seen()).isFalse();
    house.importing.seen(run);
    assertThat(house.importing.latest(ada.id()).orElseThrow().seen()).isTrue();
  }

  @Test
  void a_run_is_shown_to_the_teacher_whose_it_is_and_to_nobody_else() {
    var cem = house.signIn(district, district.teacher("Cem", "Kaya"));
    var run = house.imports(ada);

    assertThat(house.importing.run(run.id(), ada.id())).contains(run);
    assertThat(house.importing.run(run.id(), cem.id())).isEmpty();
  }

  @Test
  void old_runs_are_forgotten_and_the_last_of_each_teacher_is_kept() {
    var first = house.imports(ada);
    var last = house.syncs(ada);
    house.hand(
        district,
        "update sync_run set ended = now() - interval '1 year' where district_id = :district");

    new RunRows(house.database, new Failures(House.SUPPORT)).forgetOld();

    assertThat(house.importing.run(first.id(), ada.id())).isEmpty();
    assertThat(house.importing.latest(ada.id()).map(SyncRun::id)).contains(last.id());
    assertThat(
            house.rows(
                district.id(), "select run_id::text from sync_line where district_id = :district"))
        .doesNotContain(Long.toString(first.id().number()));
  }

  @Test
  void S42_a_killed_run_is_closed_and_the_next_finishes_its_work() {
    var open = hold("/users/[^/]+/mystudents");
    var killed = ((Started.Begun) house.importing.start(ada, Cause.FIRST_IMPORT)).run();
    // Its process was paused for longer than its lease.
    house.hand(
        district,
        "update sync_run set alive_until = now() - interval '1 second'"
            + " where district_id = :district");
    var other = house.another();
    var next = ((Started.Begun) other.start(ada, Cause.FIRST_IMPORT)).run();
    assertThat(house.importing.run(killed, ada.id()).orElseThrow().outcome())
        .contains(SyncRun.Outcome.KILLED);
    open.countDown();

    assertThat(house.ended(next, ada).lines()).hasSize(2);
    assertThat(Shown.in(house, district)).hasSize(2);
    // The paused one wakes up and does nothing more.
    assertThat(house.importing.run(killed, ada.id()).orElseThrow().failure().orElseThrow().code())
        .isEqualTo("INTERRUPTED");
  }

  @Test
  void S42_ended_at_any_class_the_next_sync_does_the_rest_and_nothing_twice() {
    for (int number = 0; number < 6; number++) {
      var cem = district.teacher("Cem", "Number " + number);
      var section = district.section("Class " + number, ada.cleverId(), List.of());
      district.get("sections", section).withArray("teachers").add(cem);
    }
    for (int calls = 0; calls < 12; calls++) {
      endedAfter(calls);
    }
    assertThat(house.imports(ada).lines()).hasSize(8);
    assertThat(Shown.in(house, district)).hasSize(8);
    assertThat(
            house.rows(district.id(), "select section_id from class where district_id = :district"))
        .hasSize(8);
  }

  private void endedAfter(int calls) {
    var left = new AtomicInteger(calls);
    var reached = new CountDownLatch(1);
    var open = new CountDownLatch(1);
    house.clever.fault(call -> {
      if (left.getAndDecrement() <= 0) {
        reached.countDown();
        awaitOpen(open);
      }
      return false;
    });
    var process = house.another();
    var run = ((Started.Begun) process.start(ada, Cause.FIRST_IMPORT)).run();
    House.await(() ->
        reached.getCount() == 0
                || house.importing.run(run, ada.id()).orElseThrow().ended().isPresent()
            ? Optional.of(true)
            : Optional.empty());
    process.close();
    open.countDown();
    house.clever.noFaults();
    assertThat(house.ended(run, ada).outcome()).isPresent();
  }

  @Test
  void an_older_reading_never_overwrites_a_newer_one() {
    var cem = house.signIn(district, district.teacher("Cem", "Kaya"));
    var section = district.section("Chemistry", ada.cleverId(), List.of());
    district.get("sections", section).withArray("teachers").add(cem.cleverId());
    house.imports(ada);
    house.imports(cem);
    district.change("sections", section, json -> json.put("name", "Chemistry 2"));
    // Ada has read the old name, and waits for her students.
    district.get("sections", section);
    var open = hold("/users/" + ada.cleverId() + "/mystudents");
    var slow = ((Started.Begun) house.importing.start(ada, Cause.BUTTON)).run();
    House.await(() ->
        house.clever.calls("/users/" + ada.cleverId() + "/mystudents") > 1
            ? Optional.of(true)
            : Optional.empty());
    district.change("sections", section, json -> json.put("name", "Chemistry 3"));
    house.syncs(cem);
    open.countDown();

    assertThat(house.ended(slow, ada).lines())
        .filteredOn(line -> line.className().startsWith("Chemistry"))
        .singleElement()
        .satisfies(line -> assertThat(line.outcome()).isEqualTo(SyncLine.Outcome.UNCHANGED));
    assertThat(Shown.in(house, district, section).name()).isEqualTo("Chemistry 3");
    assertThat(house.syncs(ada).outcome()).contains(SyncRun.Outcome.DONE);
  }
}
