package org.rollbook.learn.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.learn.clever.CleverStandIn;
import org.rollbook.learn.clever.StandInCall;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.people.Person;

/**
 * Whatever Clever answers instead of what it should (scenarios 38 to 43): never "nobody left",
 * always a code and a sentence, everything done stays, and the next sync makes it good.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehavingCleverTest {
  private final House house = new House();
  private StandInDistrict district = house.district();
  private Person ada = house.signIn(district, district.teacher("Ada", "Wong"));
  private String algebra = "";
  private String ben = "";

  @BeforeEach
  void twoClasses() {
    district = house.district();
    ada = house.signIn(district, district.teacher("Ada", "Wong"));
    ben = district.student("Ben", "Ito");
    algebra = district.section("Algebra", ada.cleverId(), List.of(ben));
    district.section("Biology", ada.cleverId(), List.of(ben));
    house.imports(ada);
    district.enrol(algebra, List.of(ben, district.student("Cleo", "Diaz")));
  }

  @AfterEach
  void calm() {
    house.clever.noFaults();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  /** How a call is answered. */
  @FunctionalInterface
  interface Bad {
    void answer(StandInCall call) throws IOException;
  }

  private void bad(String path, Bad answer) {
    house.clever.fault(call -> {
      boolean mine = call.path().matches(path);
      if (mine) {
        answer.answer(call);
      }
      return mine;
    });
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("500", "CLEVER_UNREACHABLE", bad(call -> call.error(500, "down"))),
        Arguments.of("503", "CLEVER_UNREACHABLE", bad(call -> call.error(503, "down"))),
        Arguments.of("cut body", "CLEVER_UNREACHABLE", bad(StandInCall::cut)),
        Arguments.of("page, 200", "CLEVER_ANSWER", bad(call -> call.html(200))),
        Arguments.of("page, 404", "CLEVER_ANSWER", bad(call -> call.html(404))),
        Arguments.of("404", "CLEVER_ANSWER", bad(call -> call.error(404, "not found"))),
        Arguments.of("400", "CLEVER_ANSWER", bad(call -> call.error(400, "bad"))),
        Arguments.of("413", "CLEVER_ANSWER", bad(call -> call.error(413, "large"))),
        Arguments.of("501", "CLEVER_ANSWER", bad(call -> call.error(501, "no"))),
        Arguments.of("429", "CLEVER_BUSY", bad(call -> call.error(429, "slow down"))),
        Arguments.of("401", "NOT_CONNECTED", bad(call -> call.error(401, "who?"))),
        Arguments.of(
            "no list", "CLEVER_ANSWER", bad(call -> call.answer(200, "application/json", "{}"))),
        Arguments.of(
            "no ids",
            "CLEVER_ANSWER",
            bad(call -> call.answer(200, "application/json", "{\"data\":[{\"data\":{}}]}"))),
        Arguments.of("endless", "CLEVER_ANSWER", bad(MisbehavingCleverTest::endless)),
        Arguments.of("link to elsewhere", "CLEVER_ANSWER", bad(MisbehavingCleverTest::elsewhere)));
  }

  private static Bad bad(Bad answer) {
    return answer;
  }

  /** Every page says that there is another, and is the same. */
  private static void endless(StandInCall call) throws IOException {
    page(call, call.path() + "?starting_after=1&limit=1");
  }

  private static void elsewhere(StandInCall call) throws IOException {
    page(call, "https://elsewhere.example/v3.1/everything?starting_after=1");
  }

  private static void page(StandInCall call, String next) throws IOException {
    var page = CleverStandIn.JSON.createObjectNode();
    page.putArray("data").addObject().putObject("data").put("id", "0001");
    page.putArray("links").addObject().put("rel", "next").put("uri", next);
    call.json(200, page);
  }

  private void nothingLost(SortedMap<String, Shown> before, SyncRun run, String code) {
    assertThat(run.outcome()).contains(SyncRun.Outcome.FAILED);
    var failure = run.failure().orElseThrow();
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.says()).isNotBlank();
    assertThat(failure.contact()).isNotBlank();
    assertThat(Shown.in(house, district)).isEqualTo(before);
    house.clever.noFaults();
    assertThat(house.syncs(ada).outcome()).contains(SyncRun.Outcome.DONE);
    assertThat(Shown.in(house, district, algebra).students()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void S40_the_list_of_sections_is_answered_with(String what, String code, Bad answer) {
    var before = Shown.in(house, district);
    bad("/users/[^/]+/sections", answer);
    nothingLost(before, house.syncs(ada), code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void S40_the_list_of_students_is_answered_with(String what, String code, Bad answer) {
    var before = Shown.in(house, district);
    bad("/users/[^/]+/mystudents", answer);
    nothingLost(before, house.syncs(ada), code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void S42_events_that_cannot_be_read_cost_a_reading_or_wait(String what, String code, Bad answer) {
    var before = Shown.in(house, district);
    bad("/events", answer);
    var run = house.syncs(ada);
    if (run.outcome().equals(java.util.Optional.of(SyncRun.Outcome.DONE))) {
      assertThat(Shown.in(house, district, algebra).students()).hasSize(2);
    } else {
      nothingLost(before, run, code);
    }
  }

  @Test
  void L7_empty_lists_where_there_were_people_are_asked_about_one_by_one() {
    bad(
        "/users/[^/]+/(sections|mystudents)",
        call -> call.answer(200, "application/json", "{\"data\":[]}"));
    var run = house.syncs(ada);
    assertThat(run.lines()).extracting(SyncLine::outcome).doesNotContain(SyncLine.Outcome.ARCHIVED);
    assertThat(Shown.in(house, district, algebra).students()).hasSize(2);
  }

  @Test
  void L6_a_page_with_404_in_place_of_a_section_archives_nothing() {
    bad("/users/[^/]+/sections", call -> call.answer(200, "application/json", "{\"data\":[]}"));
    bad("/sections/[^/]+", call -> call.html(404));
    var run = house.syncs(ada);
    assertThat(run.lines()).extracting(SyncLine::outcome).containsOnly(SyncLine.Outcome.FAILED);
    assertThat(Shown.in(house, district).values()).allMatch(Shown::inUse);
  }

  @Test
  void L6_a_token_of_another_district_archives_nothing() {
    bad("/users/.*", call -> call.error(404, "not found"));
    bad("/sections/.*", call -> call.error(404, "not found"));
    bad(
        "/districts",
        call -> call.answer(200, "application/json", "{\"data\":[{\"data\":{\"id\":\"other\"}}]}"));
    var run = house.syncs(ada);
    assertThat(run.failure().orElseThrow().code()).isEqualTo("NOT_CONNECTED");
    assertThat(Shown.in(house, district).values()).allMatch(Shown::inUse);
  }

  @Test
  void S41_a_rotated_token_is_asked_for_anew() {
    district.rotateToken();
    assertThat(house.syncs(ada).outcome()).contains(SyncRun.Outcome.DONE);
  }

  @Test
  void S43_a_district_that_is_disconnected_loses_nothing_and_goes_on_when_it_returns() {
    var before = Shown.in(house, district);
    district.rostered(false);
    district.rotateToken();
    var run = house.syncs(ada);
    assertThat(run.failure().orElseThrow().contact()).contains("Clever administrator");
    assertThat(Shown.in(house, district)).isEqualTo(before);
    district.rostered(true);
    assertThat(house.syncs(ada).outcome()).contains(SyncRun.Outcome.DONE);
  }

  @Test
  void S40_a_moment_of_trouble_is_waited_out() {
    house.clever.answers(503, 1, "/users/[^/]+/sections");
    house.clever.answers(429, 1, "/users/[^/]+/mystudents");
    assertThat(house.syncs(ada).outcome()).contains(SyncRun.Outcome.DONE);
  }

  @Test
  void L3_trouble_with_one_class_is_told_in_its_line() {
    var cem = district.teacher("Cem", "Kaya");
    district.change("sections", algebra, json -> json.withArray("teachers").add(cem));
    house.clever.answers(500, 3, "/sections/" + algebra + "/users");
    var run = house.syncs(ada);
    assertThat(run.lines())
        .extracting(SyncLine::outcome)
        .contains(SyncLine.Outcome.FAILED, SyncLine.Outcome.UNCHANGED);
    assertThat(house.syncs(ada).lines()).noneMatch(line -> line.failure().isPresent());
    assertThat(Shown.in(house, district, algebra).teachers()).contains(cem);
  }

  @Test
  void S42_after_a_gap_of_thirty_days_everything_is_read() {
    house.hand(
        district,
        "update district set feed_as_of = now() - interval '31 days' where id = :district");
    district.list("events").clear();
    assertThat(house.syncs(ada).outcome()).contains(SyncRun.Outcome.DONE);
    assertThat(Shown.in(house, district, algebra).students()).hasSize(2);
  }

  @Test
  void S42_events_that_come_again_change_nothing() {
    house.syncs(ada);
    var before = Shown.in(house, district);
    List.copyOf(district.list("events").values())
        .forEach(
            event -> district.put("events", event.deepCopy().put("id", StandInDistrict.newId())));
    assertThat(house.syncs(ada).lines())
        .extracting(SyncLine::outcome)
        .containsOnly(SyncLine.Outcome.UNCHANGED);
    assertThat(Shown.in(house, district)).isEqualTo(before);
  }

  @Test
  void S38_a_section_with_nothing_but_an_id_keeps_its_class() {
    var bare = CleverStandIn.JSON.createObjectNode().put("id", algebra);
    bare.putArray("teachers").add(ada.cleverId());
    district.change("sections", algebra, json -> json.removeAll().setAll(bare));
    var run = house.syncs(ada);
    assertThat(run.outcome()).contains(SyncRun.Outcome.DONE);
    assertThat(Shown.in(house, district, algebra).name()).isEqualTo("Class");
  }

  @Test
  void S42_an_event_without_an_object_concerns_everybody() {
    house.syncs(ada);
    var counter = new AtomicInteger();
    house.clever.fault(call -> {
      counter.incrementAndGet();
      return false;
    });
    district.put(
        "events",
        CleverStandIn.JSON
            .createObjectNode()
            .put("id", StandInDistrict.newId())
            .put("type", "sections.updated"));
    assertThat(house.syncs(ada).outcome()).contains(SyncRun.Outcome.DONE);
    assertThat(counter).hasValueGreaterThan(2);
  }
}
