package org.rollbook.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.server.LearnHouse;
import org.rollbook.learn.server.LearnVisitor;

/** What pages that stay open are told of syncs, and how many of them there can be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenPagesTest {
  private final LearnHouse house = new LearnHouse();
  private final StandInDistrict district = house.district();
  private final HttpClient client = HttpClient.newHttpClient();
  private CountDownLatch answer = new CountDownLatch(0);

  @AfterEach
  void unhold() {
    answer.countDown();
    house.clever().noFaults();
  }

  @AfterAll
  void close() {
    client.close();
    house.close();
  }

  /** Clever does not say which sections there are until {@link #answer} is open. */
  private void hold() {
    var held = new CountDownLatch(1);
    answer = held;
    house
        .clever()
        .fault(call -> {
          if (call.path().matches("/users/.*/sections.*|/sections.*")) {
            assertThatCode(() -> held.await(20, TimeUnit.SECONDS)).doesNotThrowAnyException();
          }
          return false;
        });
  }

  private static String imported(LearnVisitor teacher) {
    teacher.get("/classes/import");
    return teacher.post("/classes/import", Map.of()).headers().firstValue("Location").orElseThrow();
  }

  private static String asOf(String html) {
    var found = Pattern.compile("data-as-of=\"([^\"]*)\"").matcher(html);
    assertThat(found.find()).as(html).isTrue();
    return found.group(1);
  }

  private static HttpResponse<String> news(LearnVisitor teacher, String shown) {
    return teacher.get("/classes/news?after=" + shown);
  }

  /** Asks as an open page does, until it is told that. */
  private static String told(LearnVisitor teacher, String shown, String words) {
    var until = Instant.now().plus(Duration.ofSeconds(20));
    while (true) {
      var html = news(teacher, shown).body();
      if (html.contains(words)) {
        return html;
      }
      assertThat(Instant.now()).as("waiting for %s in %s", words, html).isBefore(until);
      Thread.onSpinWait();
    }
  }

  @Test
  void L4_anOpenPageIsToldOfASyncThatWasBegunElsewhere() {
    var teacher = district.teacher("Opa", "Ge");
    var section = district.section("Pottery", teacher, List.of());
    var open = house.signedInAs(teacher);
    open.get(imported(open) + "/events");
    var page = open.get("/classes").body();
    assertThat(page).contains("data-watch=\"/classes/news\"");
    assertThat(news(open, asOf(page)).statusCode()).isEqualTo(204);

    district.enrol(section, List.of(district.student("Kim", "Clay")));
    house.signedInAs(teacher);
    var html = told(open, asOf(page), "Synced: 1 class updated");

    assertThat(html)
        .contains("data-piece=\"banner\"", "Show the changes", "Dismiss")
        .contains("data-piece=\"last\"", "data-piece=\"step\"", "Last synced")
        .doesNotContain("data-follow", "<html");
    assertThat(news(open, asOf(html)).statusCode()).isEqualTo(204);
    var classPage =
        Pattern.compile("/classes/\\d+").matcher(open.get("/classes").body()).results().findFirst();
    assertThat(open.get(classPage.orElseThrow().group()).body())
        .contains("data-watch=\"/classes/news\"", "data-piece=\"step\"", "Last synced");
  }

  @Test
  void L4_aSyncThatFoundNothingNewChangesTheTimeAndTellsNoMore() {
    var teacher = district.teacher("Non", "Ews");
    district.section("Weaving", teacher, List.of());
    var open = house.signedInAs(teacher);
    open.get(imported(open) + "/events");
    var shown = asOf(open.get("/classes").body());

    house.signedInAs(teacher);
    var html = told(open, shown, "nothing changed");

    assertThat(html).contains("Last synced").contains("<div data-piece=\"banner\" hidden>");
    assertThat(
            house.signedInAs(district.student("Not", "Taught")).get("/classes/news").statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<InputStream> stream(LearnVisitor visitor, String run) throws Exception {
    var cookies =
        visitor.cookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return client.send(
        HttpRequest.newBuilder(house.root().resolve(run + "/events?view=news"))
            .header("Cookie", cookies)
            .build(),
        BodyHandlers.ofInputStream());
  }

  /** Something for all open streams to tell: a page that is gone is noticed when written to. */
  private void moves() {
    house
        .database()
        .jdbc()
        .sql("update sync_run set classes = coalesce(classes, 0) + 1 where ended is null")
        .update();
  }

  @Test
  void oneStreamTooManyIsRefusedAndTheOthersGoOnAndAClosedOneFreesItsPlace() throws Exception {
    hold();
    var teacher = district.teacher("Man", "Ytabs");
    district.section("Fresco", teacher, List.of());
    var colleague = district.teacher("One", "Tab");
    var visitor = house.signedInAs(teacher);
    var run = imported(visitor);
    var other = house.signedInAs(colleague);
    var otherRun = imported(other);
    var open = new ArrayList<InputStream>();
    for (int tab = 0; tab < Watchers.EACH; tab++) {
      var stream = stream(visitor, run);
      assertThat(stream.statusCode()).isEqualTo(200);
      open.add(stream.body());
    }

    var refused = stream(visitor, run);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("10");
    var theirs = stream(other, otherRun);
    assertThat(theirs.statusCode()).isEqualTo(200);

    open.removeFirst().close();
    open.add(opened(visitor, run));
    answer.countDown();
    open.add(theirs.body());
    for (var stream : open) {
      assertThat(whole(stream)).contains("Syncing with Clever…", "event: ended");
    }
  }

  private InputStream opened(LearnVisitor visitor, String run) throws Exception {
    var until = Instant.now().plus(Duration.ofSeconds(20));
    while (true) {
      moves();
      var stream = stream(visitor, run);
      if (stream.statusCode() == 200) {
        return stream.body();
      }
      assertThat(Instant.now()).as("the place of the closed stream").isBefore(until);
      Thread.sleep(100);
    }
  }

  private static String whole(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
