package org.rollbook.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.hub.signin.SignInHouse.ADA;
import static org.rollbook.hub.signin.SignInHouse.CALLBACK;
import static org.rollbook.hub.signin.SignInHouse.SPRINGFIELD;
import static org.rollbook.hub.signin.Visitor.location;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in at the district's own OpenID provider. */
@ExtendWith(OneHouse.class)
class SignInWithProviderTest {
  private static final String ISSUER = "school";

  private final SignInHouse house;
  private final MockOAuth2Server provider = new MockOAuth2Server();

  SignInWithProviderTest(SignInHouse house) {
    this.house = house;
  }

  @BeforeEach
  void start() {
    provider.start();
    provide(false);
  }

  private void provide(boolean ownDirectory) {
    house
        .signIn
        .providers()
        .set(
            SPRINGFIELD,
            new NewProvider(
                "School accounts",
                provider.issuerUrl(ISSUER).uri(),
                "rollbook",
                "a-secret-of-the-provider",
                ownDirectory));
  }

  @AfterEach
  void stop() {
    house.signIn.providers().remove(SPRINGFIELD);
    provider.shutdown();
  }

  private void vouchesFor(Map<String, Object> claims) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            ISSUER, "subject", "JWT", List.of("rollbook"), claims, 3_600));
  }

  /** To the provider and back again, from the button on the page that {@code address} leads to. */
  private HttpResponse<String> through(Visitor visitor, String address) throws Exception {
    return visitor.get(location(visitor.get(location(visitor.get(button(visitor, address))))));
  }

  private String button(Visitor visitor, String address) throws Exception {
    var page = visitor.get(address);
    if (page.statusCode() == 302) {
      page = visitor.get(location(page));
    }
    var found = Pattern.compile("href=\"(/signin/provider/[^\"]+)\"").matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    assertThat(page.body()).contains("Sign in with School accounts");
    return found.group(1).replace("&amp;", "&");
  }

  private String signInPage() {
    return "/signin?district=" + house.district(SPRINGFIELD);
  }

  @Test
  void a_verified_email_of_exactly_one_person_lets_in_and_leads_on_to_the_app() throws Exception {
    vouchesFor(Map.of("email", "Ada@Springfield.example", "email_verified", true));
    var visitor = house.visitor();
    var authorize =
        visitor.authorize(
            house.reader,
            CALLBACK,
            Map.of("state", "s", "district_id", house.district(SPRINGFIELD)));

    var back = through(visitor, authorize);
    var app = URI.create(location(visitor.get(location(back))));

    assertThat(app.toString()).startsWith(CALLBACK + "?code=");
    assertThat(visitor.get("/portal").body()).contains("Ada Bee");
    assertThat(house.audited("signed_in_with_provider")).isPositive();
  }

  @Test
  void an_email_that_is_not_verified_does_not_let_in() throws Exception {
    for (var claims :
        List.<Map<String, Object>>of(
            Map.of("email", ADA, "email_verified", false), Map.of("email", ADA), Map.of())) {
      vouchesFor(claims);
      var visitor = house.visitor();
      assertThat(through(visitor, signInPage()).statusCode()).as(claims.toString()).isEqualTo(403);
      assertThat(visitor.get("/portal").statusCode()).isEqualTo(302);
    }
    assertThat(house.audited("provider_email_not_verified")).isGreaterThan(2);
  }

  @Test
  void the_districts_own_directory_need_not_say_that_it_verified() throws Exception {
    provide(true);
    vouchesFor(Map.of("email", ADA));
    assertThat(location(through(house.visitor(), signInPage()))).isEqualTo("/portal");
    vouchesFor(Map.of("email", ADA, "email_verified", false));
    assertThat(through(house.visitor(), signInPage()).statusCode()).isEqualTo(403);
  }

  @Test
  void an_email_of_nobody_or_of_two_does_not_let_in() throws Exception {
    for (var email :
        List.of("nobody@x.example", "twin@springfield.example", "ada@shelbyville.example")) {
      vouchesFor(Map.of("email", email, "email_verified", true));
      var answer = through(house.visitor(), signInPage());
      assertThat(answer.statusCode()).as(email).isEqualTo(403);
      assertThat(answer.body()).contains("not on the roster").doesNotContain(email);
    }
  }

  @Test
  void only_the_browser_that_left_comes_back_and_only_once() throws Exception {
    vouchesFor(Map.of("email", ADA, "email_verified", true));
    var visitor = house.visitor();
    var away = location(visitor.get(button(visitor, signInPage())));
    var returning = location(visitor.get(away));

    assertThat(house.visitor().get(returning).statusCode()).isEqualTo(403);
    assertThat(visitor.get(returning).statusCode()).isEqualTo(302);
    assertThat(visitor.get(returning).statusCode()).isEqualTo(403);
    assertThat(Visitor.query(URI.create(away)))
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce");
  }

  @Test
  void a_token_for_somebody_else_is_not_believed() throws Exception {
    for (var forged :
        List.of(
            Map.<String, Object>of("aud", List.of("another-client")),
            Map.<String, Object>of("iss", "https://evil.example"),
            Map.<String, Object>of("nonce", "of another sign-in"))) {
      var claims = new HashMap<String, Object>(Map.of("email", ADA, "email_verified", true));
      claims.putAll(forged);
      vouchesFor(claims);
      assertThat(through(house.visitor(), signInPage()).statusCode())
          .as(forged.toString())
          .isEqualTo(403);
    }
    assertThat(house.audited("provider_refused")).isPositive();
  }

  @Test
  void a_provider_that_is_down_is_a_page() throws Exception {
    var visitor = house.visitor();
    var button = button(visitor, signInPage());
    provider.shutdown();
    var answer = visitor.get(button);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("This did not work");
  }

  @Test
  void secrets_of_providers_are_sealed_and_issuers_encrypted() {
    assertThat(
            house
                .node
                .database()
                .jdbc()
                .sql("select p::text from signin_provider p")
                .query(String.class)
                .single())
        .doesNotContain("a-secret-of-the-provider");
    assertThatThrownBy(
            () -> new NewProvider("X", URI.create("http://x.example"), "id", "secret", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
  }
}
