package org.rollbook.learn.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.server.LearnHouse;
import org.rollbook.learn.server.LearnVisitor;

/** Signing in with Clever, as people do it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
  private final LearnHouse house = new LearnHouse();
  private final StandInDistrict district = house.district();
  private final People people = new People(house.database());
  private String ada = "";
  private String ben = "";

  @BeforeAll
  void people() {
    ada = district.teacher("Ada", "Ng");
    ben = district.student("Ben", "Olsen");
  }

  @BeforeEach
  void quiet() {
    house.clever().forgetCalls();
    house.clever().noFaults();
  }

  @AfterAll
  void close() {
    house.close();
  }

  private Person account(String cleverId) {
    return people.known(district.id(), cleverId).orElseThrow();
  }

  private List<String> outcomes(String cleverId) {
    return house
        .database()
        .jdbc()
        .sql("select outcome from sign_in where district_id = ? and person_id = ? order by id")
        .params(district.id().value(), account(cleverId).id().number())
        .query(String.class)
        .list();
  }

  @Test
  void whoIsNotSignedInSeesWhatLearnIsAndTheButton() {
    HttpResponse<String> page = house.visitor().get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Log in with Clever").contains("href=\"/sign-in/clever\"");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void L2_teachersAndStudentsLogInWithClever() {
    assertThat(house.signedInAs(ada).open("/").body()).contains("Ada Ng");
    assertThat(house.signedInAs(ben).open("/").body()).contains("Ben Olsen");

    assertThat(account(ada).teaches()).isTrue();
    assertThat(account(ada).attends()).isFalse();
    assertThat(account(ben).teaches()).isFalse();
    assertThat(account(ben).attends()).isTrue();
  }

  @Test
  void S52_aFirstLoginBeforeAnyImportWorks() {
    String fay = district.teacher("Fay", "Quist");

    house.signedInAs(fay);

    assertThat(account(fay).name()).isEqualTo("Fay Quist");
    assertThat(people.districtName(district.id())).contains("Testville");
  }

  @Test
  void S53_aDistrictThatIsNotConnectedIsToldWhomToAsk() {
    house.clever().refusesEverybody("unauthorized-user");

    HttpResponse<String> page = house.visitor().open("/sign-in/clever");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Ask your district").contains("Clever administrator");
  }

  @Test
  void anErrorOfCleverIsNeverRepeatedOnThePage() {
    HttpResponse<String> page =
        house.visitor().get("/sign-in/clever/callback?error=%3Cscript%3E&error_description=secret");

    assertThat(page.statusCode()).isEqualTo(502);
    assertThat(page.body()).doesNotContain("secret").doesNotContain("<script>");
    assertThat(page.body()).contains(LearnHouse.SUPPORT);
  }

  @Test
  void S51_aNewSignInReplacesTheOldOneAndLeavesTheEarlierAccountAlone() {
    LearnVisitor shared = house.signedInAs(ada);
    Person before = account(ada);
    String session = session(shared);

    shared.signIn(district, ben);

    assertThat(shared.open("/").body()).contains("Ben Olsen").doesNotContain("Ada Ng");
    assertThat(account(ada)).isEqualTo(before);
    assertThat(session(shared)).isNotEqualTo(session);
    LearnVisitor thief = house.visitor();
    assertThat(thief.get("/classes", "Cookie", "learn-session=" + session).statusCode())
        .isEqualTo(302);
  }

  private static String session(LearnVisitor visitor) {
    return visitor.cookies().stream()
        .filter(cookie -> cookie.getName().equals("learn-session"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void S4_onePersonKeepsOneAccountWhenTheirAddressChanges() {
    String gil = district.teacher("Gil", "Ray");
    house.signedInAs(gil);
    Person before = account(gil);
    district.change("users", gil, user -> user.put("email", "gil.married@new.example"));

    house.signedInAs(gil);

    assertThat(account(gil).id()).isEqualTo(before.id());
    assertThat(account(gil).email()).contains("gil.married@new.example");
  }

  @Test
  void S9_oneIdInTwoDistrictsIsTwoPeople() {
    StandInDistrict other = house.clever().district("Elsewhere");
    String kim = district.teacher("Kim", "Here");
    other.put("users", district.get("users", kim).deepCopy().put("district", other.id().value()));

    house.signedInAs(district, kim);
    house.signedInAs(other, kim);

    assertThat(people.known(other.id(), kim).orElseThrow().id()).isNotEqualTo(account(kim).id());
  }

  @Test
  void S11_aTeacherWhoIsStaffTooIsOneAccount() {
    String leo = district.person("Leo", "Two", "staff", "teacher");

    house.signedInAs(leo);

    assertThat(account(leo).teaches()).isTrue();
    assertThat(account(leo).attends()).isFalse();
  }

  @Test
  void S15_staffAndAdministratorsAreTreatedLikeTeachers() {
    String mia = district.person("Mia", "Staff", "staff");
    String nia = district.person("Nia", "Admin", "district_admin");

    house.signedInAs(mia);
    house.signedInAs(nia);

    assertThat(account(mia).teaches()).isTrue();
    assertThat(account(nia).teaches()).isTrue();
  }

  @Test
  void S12_aContactIsToldThatThereIsNothingForThem() {
    String pa = district.person("Pa", "Rent", "contact");
    house.clever().atTheScreen(district, pa);

    HttpResponse<String> page = house.visitor().open("/sign-in/clever");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("nothing here for families");
    assertThat(people.known(district.id(), pa)).isEmpty();
  }

  @Test
  void everySignInIsWrittenDownAndNoToken() {
    String oda = district.teacher("Oda", "Log");
    LearnVisitor visitor = house.signedInAs(oda);
    visitor.open("/classes");
    visitor.post("/sign-out", Map.of());

    assertThat(outcomes(oda)).containsExactly("SIGNED_IN", "SIGNED_OUT");
  }

  @Test
  void whoSignsOutIsOut() {
    LearnVisitor visitor = house.signedInAs(ada);

    HttpResponse<String> page = visitor.follow(visitor.post("/sign-out", Map.of()));

    assertThat(page.body()).contains("You are signed out");
    assertThat(visitor.get("/classes").statusCode()).isEqualTo(302);
  }

  @Test
  void whoFollowsALinkIsLedToItAfterSigningIn() {
    house.clever().atTheScreen(district, ada);
    LearnVisitor visitor = house.visitor();

    HttpResponse<String> landing = visitor.open("/classes?tab=archived");
    assertThat(landing.uri().getPath()).isEqualTo("/sign-in");
    assertThat(landing.body()).contains("/sign-in/clever?to=");
    HttpResponse<String> page = visitor.open("/sign-in/clever?" + landing.uri().getRawQuery());

    assertThat(page.uri()).hasPath("/classes").hasQuery("tab=archived");
  }

  @Test
  void nobodyIsLedToAnotherSite() {
    house.clever().atTheScreen(district, ada);
    for (String elsewhere :
        List.of("//evil.example", "https://evil.example", "/%5Cevil.example", "/sign-out")) {
      HttpResponse<String> page = house.visitor().open("/sign-in/clever?to=" + elsewhere);
      assertThat(page.uri()).isEqualTo(URI.create(house.root() + "/classes"));
    }
  }
}
