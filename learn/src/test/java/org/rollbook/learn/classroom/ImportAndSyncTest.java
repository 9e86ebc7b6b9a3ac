package org.rollbook.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.server.LearnHouse;
import org.rollbook.learn.server.LearnVisitor;

/** Import and sync as a teacher sees them, through the pages, with a stand-in for Clever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportAndSyncTest {
  private static final Pattern LINE = Pattern.compile("data-line=\"(\\d+)\"");

  private final LearnHouse house = new LearnHouse();
  private final StandInDistrict district = house.district();
  private final List<CountDownLatch> held = new ArrayList<>();

  @AfterEach
  void unhold() {
    held.forEach(CountDownLatch::countDown);
    house.clever().noFaults();
  }

  @AfterAll
  void close() {
    house.close();
  }

  /** Clever does not answer calls to such paths until the latch is open. */
  private CountDownLatch hold(String path) {
    var latch = new CountDownLatch(1);
    held.add(latch);
    house
        .clever()
        .fault(call -> {
          if (call.path().matches(path)) {
            waitFor(latch);
          }
          return false;
        });
    return latch;
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Confirms the first import and says where its page is. */
  private static String imported(LearnVisitor teacher) {
    teacher.get("/classes/import");
    return path(teacher.post("/classes/import", Map.of()));
  }

  private static String synced(LearnVisitor teacher) {
    teacher.get("/classes");
    return path(teacher.post("/classes/sync", Map.of()));
  }

  private static String path(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    return response.headers().firstValue("Location").orElseThrow();
  }

  /** Reads the events of a run to the last: the stream ends with the run. */
  private static String events(LearnVisitor teacher, String run) {
    var response = teacher.get(run + "/events");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return response.body();
  }

  private static String await(LearnVisitor visitor, String path, String words) {
    var until = Instant.now().plus(Duration.ofSeconds(20));
    while (true) {
      String page = visitor.get(path).body();
      if (page.contains(words)) {
        return page;
      }
      assertThat(Instant.now()).as("waiting for %s in %s", words, page).isBefore(until);
      Thread.onSpinWait();
    }
  }

  @Test
  void L1_theButtonIsShownWhereRosteringIsSetUp() {
    var page = house.signedInAs(district.teacher("Ada", "Ng")).get("/classes").body();

    assertThat(page).contains("Import &amp; Sync with Clever</button>");
  }

  @Test
  void L1_L2_aTeacherSharedOnlyForLoginIsToldWhomToAsk() {
    String teacher = district.teacher("Lou", "Gin");
    district.hide(teacher);
    var visitor = house.signedInAs(teacher);

    // The page may come before Clever's answer; the part does not.
    var page = visitor.get("/classes/clever").body();

    assertThat(page).doesNotContain("Sync with Clever</button>");
    assertThat(page).contains("does not share your classes").contains("Clever administrator");
    assertThat(visitor.get("/classes").statusCode()).isEqualTo(200);
  }

  @Test
  void L1_whenCleverGivesNoAnswerTheRestOfThePageIsThere() {
    var visitor = house.signedInAs(district.teacher("Una", "Known"));
    visitor.get("/classes/new");
    visitor.post("/classes", Map.of("name", "Book club"));
    house.later(Duration.ofMinutes(2));
    house.clever().answers(500, 100, "/users/.*");

    var part = visitor.get("/classes/clever").body();
    var page = visitor.get("/classes").body();

    assertThat(part)
        .contains("CLEVER_UNREACHABLE")
        .contains(LearnHouse.SUPPORT)
        .contains("Try again")
        .doesNotContain("Sync with Clever</button>");
    assertThat(page).contains("Book club");
  }

  @Test
  void L1_aSlowCleverKeepsNoPageWaiting() {
    var visitor = house.signedInAs(district.teacher("Slo", "Mo"));
    house.later(Duration.ofMinutes(2));
    var answer = hold("/users/.*");
    var before = Instant.now();

    String page = visitor.get("/classes").body();

    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(page).contains("data-load=\"/classes/clever\"").contains("href=\"/classes\"");
    answer.countDown();
    assertThat(await(visitor, "/classes/clever", "</button>"))
        .contains("Import &amp; Sync with Clever")
        .doesNotContain("<html");
  }

  @Test
  void L3_beforeTheFirstImportThePageSaysWhatWillHappen() {
    var visitor = house.signedInAs(district.teacher("Fay", "First"));

    var page = visitor.get("/classes/import").body();

    assertThat(page)
        .contains("All of your classes in Clever")
        .contains("A new class is made here")
        .contains("Classes that you made by hand are not touched.")
        .contains("you will see it twice")
        .contains("Import my classes</button>")
        .contains("Cancel");
    assertThat(visitor.get("/classes").body()).contains("<dialog id=\"import\"");
  }

  @Test
  void L3_theImportIsToldClassByClassWithASummaryAtTheEnd() {
    String teacher = district.teacher("Tia", "Eight");
    String student = district.student("Sam", "Hill");
    district.section("Algebra", teacher, List.of(student));
    district.section("Botany", teacher, List.of());
    var visitor = house.signedInAs(teacher);

    String run = imported(visitor);
    String events = events(visitor, run);
    String page = visitor.get(run).body();

    assertThat(events).contains("event: ended").contains("Created").contains("Algebra");
    assertThat(LINE.matcher(events).results().map(found -> found.group(1)).toList())
        .containsExactly("0", "1");
    assertThat(page)
        .contains("Your classes are imported: 2 classes created.")
        .contains("Back to your classes")
        .contains("aria-live=\"polite\"")
        .doesNotContain("http-equiv=\"refresh\"");
    visitor.post(run + "/seen", Map.of());
    assertThat(visitor.get("/classes").body())
        .contains("Sync with Clever</button>")
        .doesNotContain("Import &amp; Sync")
        .contains("2 classes created")
        .contains("Algebra")
        .doesNotContain("Dismiss");
  }

  @Test
  void L3_aPageThatComesAgainGetsOnlyTheLinesThatItMissed() {
    String teacher = district.teacher("Rae", "Connect");
    district.section("One", teacher, List.of());
    district.section("Two", teacher, List.of());
    var visitor = house.signedInAs(teacher);
    String run = imported(visitor);
    events(visitor, run);

    String again = visitor.get(run + "/events", "Last-Event-ID", "0").body();

    assertThat(LINE.matcher(again).results().map(found -> found.group(1)).toList())
        .containsExactly("1");
    assertThat(again).contains("event: ended");
  }

  @Test
  void L3_whileItRunsThePageWithoutScriptLooksAgainByItself() {
    String teacher = district.teacher("Nos", "Cript");
    district.section("Latin", teacher, List.of());
    var visitor = house.signedInAs(teacher);
    var answer = hold("/users/.*/sections.*|/sections.*");

    String run = imported(visitor);
    String page = visitor.get(run).body();

    assertThat(page).contains("<noscript><meta http-equiv=\"refresh\"").contains("data-follow=");
    answer.countDown();
    assertThat(await(visitor, run, "Back to your classes")).contains("1 class created");
  }

  @Test
  void L4_aSecondPressShowsTheRunThatRuns() {
    String teacher = district.teacher("Dub", "Click");
    district.section("Greek", teacher, List.of());
    var visitor = house.signedInAs(teacher);
    var answer = hold("/users/.*/sections.*|/sections.*");

    String first = imported(visitor);
    String second = imported(visitor);

    assertThat(second).isEqualTo(first);
    assertThat(visitor.get("/classes").body()).contains("Syncing with Clever…");
    answer.countDown();
    await(visitor, first, "Back to your classes");
  }

  @Test
  void L4_aLoginSyncsAndItsResultIsShownUntilDismissed() {
    String teacher = district.teacher("Log", "Inn");
    String student = district.student("New", "Comer");
    String section = district.section("Chemistry", teacher, List.of());
    events(house.signedInAs(teacher), imported(house.signedInAs(teacher)));
    district.enrol(section, List.of(student));

    var visitor = house.signedInAs(teacher);
    String page = await(visitor, "/classes", "Synced: 1 class updated");
    String seen = found("action=\"(/syncs/\\d+/seen)\"", page);
    path(visitor.post(seen, Map.of()));

    assertThat(page).contains("Dismiss").contains("1 student");
    assertThat(visitor.get("/classes").body())
        .contains("1 class updated")
        .doesNotContain("Dismiss");
    assertThat(visitor.get(seen.replace("/seen", "")).body())
        .contains("Joined:")
        .contains("New Comer");
  }

  @Test
  void L4_theBannerChangesByItselfWhenTheSyncEnds() {
    String teacher = district.teacher("Ban", "Ner");
    district.section("Dance", teacher, List.of());
    var visitor = house.signedInAs(teacher);
    String run = imported(visitor);

    String events = visitor.get(run + "/events?view=news").body();

    assertThat(events)
        .contains("event: ended")
        .contains("data-piece=\"banner\"")
        .contains("Your classes are imported")
        .contains("Show the changes")
        .contains("name=\"_csrf\"");
  }

  @Test
  void L3_anErrorHasACodeAndSaysWhomToContact() {
    String teacher = district.teacher("Err", "Orr");
    district.section("Fencing", teacher, List.of());
    var visitor = house.signedInAs(teacher);
    visitor.get("/classes");
    house.clever().answers(500, 1_000, "/.*");

    String run = imported(visitor);
    String page = await(visitor, run, "Back to your classes");

    assertThat(page)
        .contains("The import could not be finished.")
        .contains("CLEVER_UNREACHABLE")
        .contains(LearnHouse.SUPPORT);
    assertThat(visitor.get("/classes").body()).contains("CLEVER_UNREACHABLE").contains("Dismiss");
  }

  @Test
  void L5_aClassMadeByHandStaysBesideTheImportedOneOfTheSameName() {
    String teacher = district.teacher("Han", "Made");
    district.section("Geometry", teacher, List.of());
    var visitor = house.signedInAs(teacher);
    visitor.get("/classes/new");
    String byHand = path(visitor.post("/classes", Map.of("name", "Geometry")));

    events(visitor, imported(visitor));

    assertThat(visitor.get(byHand).body()).contains("Join code").doesNotContain("Kept by Clever");
    assertThat(Pattern.compile(">Geometry</a>").matcher(visitor.get("/classes").body()).results())
        .hasSize(2);
  }

  @Test
  void anImportedClassIsNotEditedHere() {
    String teacher = district.teacher("Kep", "Tup");
    String student = district.student("Stu", "Dent");
    district.section("History", teacher, List.of(student));
    var visitor = house.signedInAs(teacher);
    events(visitor, imported(visitor));
    String path = found("href=\"(/classes/\\d+)\">History", visitor.get("/classes").body());

    String page = visitor.get(path).body();
    assertThat(page)
        .contains("Kept by Clever.")
        .contains("Last synced")
        .contains("Stu Dent")
        .doesNotContain("Remove")
        .doesNotContain("Join code");
    for (String change : List.of("/name", "/archive", "/restore", "/code")) {
      assertThat(visitor.post(path + change, Map.of("name", "X")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void L9_studentsSeeTheClassesTheyAreOnNowAndOnlyThose() {
    String teacher = district.teacher("Nin", "Ea");
    String student = district.student("Nia", "Nine");
    String now = district.section("Physics", teacher, List.of(student));
    district.section("Latin II", teacher, List.of());
    var visitor = house.signedInAs(teacher);
    events(visitor, imported(visitor));
    var pupil = house.signedInAs(student);
    String path = found("href=\"(/classes/\\d+)\">Physics", pupil.get("/classes").body());

    assertThat(pupil.get("/classes").body()).doesNotContain("Latin II");
    assertThat(pupil.get(path).body()).contains("With Nin Ea");

    district.enrol(now, List.of());
    events(visitor, synced(visitor));

    assertThat(pupil.get("/classes").body()).doesNotContain("Physics");
    assertThat(pupil.get(path).statusCode()).isEqualTo(404);
    assertThat(visitor.get(path).body()).contains("Former students");
  }

  @Test
  void runsOfOthersAreNotThere() {
    String teacher = district.teacher("Own", "Er");
    district.section("Secrets", teacher, List.of());
    var owner = house.signedInAs(teacher);
    String run = imported(owner);
    events(owner, run);
    var elsewhere = house.clever().district("Elsewhere");

    for (var other :
        List.of(
            house.signedInAs(district.teacher("Nos", "Y")),
            house.signedInAs(district.student("Nos", "Ier")),
            house.signedInAs(elsewhere, elsewhere.teacher("Far", "Away")))) {
      other.get("/classes");
      assertThat(other.get(run).statusCode()).isEqualTo(404);
      assertThat(other.get(run + "/events").statusCode()).isEqualTo(404);
      assertThat(other.post(run + "/seen", Map.of()).statusCode()).isEqualTo(404);
    }
    assertThat(owner.get("/classes").body()).contains("Dismiss");
  }

  private static String found(String pattern, String body) {
    var found = Pattern.compile(pattern).matcher(body);
    assertThat(found.find()).as(body).isTrue();
    return found.group(1);
  }
}
