package org.rollbook.learn.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.server.LearnHouse;
import org.rollbook.learn.server.LearnVisitor;

/** What holds for every page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  private final LearnHouse house = new LearnHouse();
  private final String ada = house.district().teacher("Ada", "Ng");

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void filesThatPagesReferToAreThereForEverybody() {
    LearnVisitor visitor = house.visitor();
    for (String file : List.of("pico.css", "learn.css", "learn.js", "learn.svg")) {
      HttpResponse<String> answer = visitor.get("/assets/" + file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(answer.body()).as(file).isNotEmpty();
    }
    assertThat(visitor.get("/assets/../application.properties").statusCode()).isNotEqualTo(200);
  }

  @Test
  void pagesRunAndLoadNothingThatIsNotOurs() {
    HttpResponse<String> page = house.visitor().get("/");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(page.body())
        .doesNotContain("<style")
        .doesNotContain(" style=")
        .doesNotContain("onclick");
  }

  @Test
  void cookiesAreOutOfTheReachOfScriptsAndOtherSites() {
    house.clever().atTheScreen(house.district(), ada);
    LearnVisitor visitor = house.visitor();
    String back =
        LearnVisitor.location(visitor.get(LearnVisitor.location(visitor.get("/sign-in/clever"))));

    List<String> cookies = visitor.get(back).headers().allValues("Set-Cookie");

    assertThat(cookies).isNotEmpty().allMatch(cookie -> cookie.contains("HttpOnly"));
    assertThat(cookies).allMatch(cookie -> cookie.contains("SameSite=Lax"));
  }

  @Test
  void anAddressThatIsNotThereIsToldInPlainWords() {
    HttpResponse<String> page = house.signedInAs(ada).get("/nowhere");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("No such page").doesNotContain("Exception");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    LearnVisitor visitor = house.signedInAs(ada);

    HttpResponse<String> page = visitor.post("/sign-out", Map.of("_csrf", "forged"));

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("The form is too old");
    assertThat(visitor.get("/classes").statusCode()).isEqualTo(200);
  }

  @Test
  void aFormOfSomebodyWhoseSessionEndedLeadsToTheSignIn() {
    HttpResponse<String> answer = house.visitor().post("/classes", Map.of());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(LearnVisitor.location(answer)).endsWith("/sign-in");
  }

  @Test
  void theServerSaysThatItIsWell() {
    assertThat(house.visitor().get("/health").body()).isEqualTo("{\"status\":\"up\"}");
  }
}
