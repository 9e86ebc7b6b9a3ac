package org.rollbook.learn.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.StandInCall;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.server.LearnHouse;
import org.rollbook.learn.server.LearnVisitor;

/**
 * Coming back from Clever: asked or unasked, once, twice, too late, or with somebody else's state.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInReturnTest {
  private final LearnHouse house = new LearnHouse();
  private final StandInDistrict district = house.district();
  private final String ada = district.teacher("Ada", "Ng");

  @BeforeEach
  void quiet() {
    house.clever().forgetCalls();
    house.clever().noFaults();
    house.clever().atTheScreen(district, ada);
  }

  @AfterAll
  void close() {
    house.close();
  }

  /** The address to which Clever sends the browser back. */
  private static String wayBack(LearnVisitor visitor) {
    String clever = LearnVisitor.location(visitor.get("/sign-in/clever"));
    return LearnVisitor.location(visitor.get(clever));
  }

  @Test
  void S48_aTeacherWhomThePortalSendsIsSignedInByARoundOfOurOwn() {
    String code =
        house.clever().codeFor(district, ada, house.root().resolve("/sign-in/clever/callback"));
    LearnVisitor visitor = house.visitor();

    HttpResponse<String> sentAway = visitor.get("/sign-in/clever/callback?code=" + code);
    HttpResponse<String> page = visitor.follow(sentAway);

    assertThat(LearnVisitor.location(sentAway))
        .startsWith(house.clever().base() + "/oauth/authorize");
    assertThat(LearnVisitor.location(sentAway)).contains("state=");
    assertThat(page.uri().getPath()).isEqualTo("/classes");
    assertThat(page.body()).contains("Ada Ng");
    // The portal's own code was not used: only the one of our own round.
    assertThat(house.clever().calls("^POST /oauth/tokens")).isEqualTo(1);
  }

  @Test
  void S50_aForgedStateIsRefused() {
    LearnVisitor visitor = house.visitor();
    visitor.get("/sign-in/clever");

    HttpResponse<String> page = visitor.get("/sign-in/clever/callback?code=x&state=forged");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("not begun in this browser").contains("Try again with Clever");
    assertThat(house.clever().calls("^POST")).isZero();
    assertThat(visitor.open("/classes").uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void S50_aStateIsOfNoUseInAnotherBrowser() {
    LearnVisitor mallory = house.visitor();
    String link = wayBack(mallory);

    HttpResponse<String> page = house.visitor().get(link);

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(house.clever().calls("^POST")).isZero();
  }

  @Test
  void S50_aStateIsTooOldAfterAnHour() {
    LearnVisitor visitor = house.visitor();
    String link = wayBack(visitor);
    house.later(Duration.ofMinutes(61));

    assertThat(visitor.get(link).statusCode()).isEqualTo(400);
  }

  @Test
  void S50_aCleverThatAlwaysLosesTheStateDoesNotSendPeopleInCircles() {
    LearnVisitor visitor = house.visitor();
    for (int round = 0; round < 4; round++) {
      assertThat(visitor.get("/sign-in/clever/callback?code=c" + round).statusCode())
          .isEqualTo(303);
    }

    HttpResponse<String> page = visitor.get("/sign-in/clever/callback?code=c");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("STATE_LOST");
  }

  @Test
  void S49_aSecondDeliveryOfOneReturnGoesOn() {
    LearnVisitor visitor = house.visitor();
    String link = wayBack(visitor);

    HttpResponse<String> first = visitor.get(link);
    HttpResponse<String> second = visitor.get(link);

    assertThat(LearnVisitor.location(first)).endsWith("/classes");
    assertThat(LearnVisitor.location(second)).endsWith("/classes");
    assertThat(visitor.open("/").body()).contains("Ada Ng");
    assertThat(house.clever().calls("^POST /oauth/tokens")).isEqualTo(1);
  }

  @Test
  void S49_twoDeliveriesAtOnceBothGoOnAndTheCodeIsUsedOnce() throws Exception {
    LearnVisitor visitor = house.visitor();
    String link = wayBack(visitor);
    var arrived = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    house.clever().fault(call -> held(call, arrived, goOn));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> visitor.get(link));
      assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
      var second = threads.submit(() -> visitor.get(link));
      goOn.countDown();

      assertThat(LearnVisitor.location(first.get())).endsWith("/classes");
      assertThat(LearnVisitor.location(second.get())).endsWith("/classes");
    }
    assertThat(visitor.open("/").body()).contains("Ada Ng");
    assertThat(house.clever().calls("^POST /oauth/tokens")).isEqualTo(1);
  }

  /** Holds the exchange of the code up until it may go on. */
  private static boolean held(StandInCall call, CountDownLatch arrived, CountDownLatch goOn) {
    if (call.method().equals("POST")) {
      arrived.countDown();
      try {
        assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
    return false;
  }

  @Test
  void S49_aUsedStateWithAnotherCodeIsRefused() {
    LearnVisitor visitor = house.visitor();
    String link = wayBack(visitor);
    visitor.get(link);

    assertThat(visitor.get(link.replace("code=", "code=other")).statusCode()).isEqualTo(400);
  }

  @Test
  void S49_aCodeThatIsTooOldLeadsToAnotherTry() {
    LearnVisitor visitor = house.visitor();
    String link = wayBack(visitor);
    house.clever().codesExpire();

    HttpResponse<String> page = visitor.get(link);
    HttpResponse<String> again = visitor.get(link);

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("once and within a minute").contains("Try again with Clever");
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(visitor.signIn(district, ada).body()).contains("Ada Ng");
  }
}
