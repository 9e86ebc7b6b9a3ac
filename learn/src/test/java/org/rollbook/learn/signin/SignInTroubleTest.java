package org.rollbook.learn.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.CleverStandIn;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.server.LearnHouse;
import org.rollbook.learn.server.LearnVisitor;
import tools.jackson.databind.node.ObjectNode;

/** Signing in with a Clever that lacks something, is slow, or answers nonsense. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTroubleTest {
  private final LearnHouse house = new LearnHouse();
  private final StandInDistrict district = house.district();
  private final People people = new People(house.database());
  private String ada = "";

  @BeforeAll
  void ada() {
    ada = district.teacher("Ada", "Ng");
  }

  @AfterEach
  void healthy() {
    house.clever().noFaults();
  }

  @AfterAll
  void close() {
    house.close();
  }

  private HttpResponse<String> signIn(String user) {
    house.clever().atTheScreen(district, user);
    return house.visitor().open("/sign-in/clever");
  }

  private Person account(String cleverId) {
    return people.known(district.id(), cleverId).orElseThrow();
  }

  @Test
  void S38_whoHasNoNameAndNoAddressGetsInAllTheSame() {
    String bare = district.teacher("X", "Y");
    ObjectNode user = district.get("users", bare);
    user.remove("email");
    user.remove("name");
    user.putNull("email");

    assertThat(signIn(bare).uri()).hasPath("/classes");
    assertThat(account(bare).name()).isEqualTo("Name not known");
    assertThat(account(bare).email()).isEmpty();
  }

  @Test
  void S38_whoHasNoRolesIsWhatTheSignInSays() {
    String teacher = district.teacher("No", "Roles");
    house
        .clever()
        .fault(call -> {
          boolean mine = call.path().equals("/users/" + teacher);
          if (mine) {
            ObjectNode answer = CleverStandIn.JSON.createObjectNode();
            answer.putObject("data").put("id", teacher);
            call.json(200, answer);
          }
          return mine;
        });

    assertThat(signIn(teacher).uri()).hasPath("/classes");
    assertThat(account(teacher).teaches()).isTrue();
  }

  @Test
  void S3_twoPeopleOfOneAddressAreTwoAccounts() {
    String one = district.teacher("Same", "One");
    String two = district.student("Same", "Two");
    district.get("users", one).put("email", "not an address");
    district.get("users", two).put("email", "not an address");

    signIn(one);
    signIn(two);

    assertThat(account(one).id()).isNotEqualTo(account(two).id());
  }

  @Test
  void whoseOwnRecordIsNotShownKeepsWhatWeKnow() {
    signIn(ada);
    house.clever().answers(404, 1, "/users/" + ada);

    assertThat(signIn(ada).uri()).hasPath("/classes");
    assertThat(account(ada).name()).isEqualTo("Ada Ng");
    assertThat(account(ada).email()).isPresent();
  }

  @Test
  void aStrangerWhoseRecordIsNotShownGetsInByTheSignInAlone() {
    String hidden = district.teacher("Hid", "Den");
    house.clever().answers(404, 1, "/users/" + hidden);

    assertThat(signIn(hidden).uri()).hasPath("/classes");
    assertThat(account(hidden).teaches()).isTrue();
  }

  @Test
  void aDistrictWithoutANameIsNoObstacle() {
    house.clever().answers(500, 100, "/districts/.*");

    assertThat(signIn(ada).uri()).hasPath("/classes");
  }

  @Test
  void S40_aCallThatFailsOnceIsMadeAgain() {
    house.clever().answers(503, 1, "/me");

    assertThat(signIn(ada).uri()).hasPath("/classes");
  }

  @Test
  void aCleverThatDoesNotAnswerIsNamedAndNothingElse() {
    house.clever().answers(500, 100, "/me");

    HttpResponse<String> page = signIn(ada);

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("Clever does not answer").contains("CLEVER_UNREACHABLE");
  }

  @Test
  void pagesInPlaceOfDataAreNotBelieved() {
    house
        .clever()
        .fault(call -> {
          boolean mine = call.path().equals("/me");
          if (mine) {
            call.html(200);
          }
          return mine;
        });

    assertThat(signIn(ada).statusCode()).isEqualTo(502);
  }

  @Test
  void whoComesFromNoDistrictIsNotGuessedAt() {
    house
        .clever()
        .fault(call -> {
          boolean mine = call.path().equals("/me");
          if (mine) {
            ObjectNode answer = CleverStandIn.JSON.createObjectNode().put("type", "teacher");
            answer.putObject("data").put("id", ada);
            call.json(200, answer);
          }
          return mine;
        });

    HttpResponse<String> page = signIn(ada);

    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.body()).contains("CLEVER_ANSWER").contains(LearnHouse.SUPPORT);
  }

  @Test
  void S40_aRefusedCodeIsNotTriedAgain() {
    house.clever().forgetCalls();
    house.clever().answers(400, 100, "/oauth/tokens");

    assertThat(signIn(ada).statusCode()).isEqualTo(400);
    assertThat(house.clever().calls("^POST /oauth/tokens")).isEqualTo(1);
  }

  @Test
  void aSessionEndsAfterASchoolDay() {
    LearnVisitor visitor = house.signedInAs(ada);
    house.later(Sessions.LONGEST.minusMinutes(1));
    assertThat(visitor.get("/classes").statusCode()).isEqualTo(200);

    house.later(Duration.ofMinutes(2));

    assertThat(visitor.get("/classes").statusCode()).isEqualTo(302);
  }
}
