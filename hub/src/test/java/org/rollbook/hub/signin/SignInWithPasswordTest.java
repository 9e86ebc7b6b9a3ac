package org.rollbook.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.hub.signin.SignInHouse.ADA;
import static org.rollbook.hub.signin.SignInHouse.PASSWORD;
import static org.rollbook.hub.signin.SignInHouse.SPRINGFIELD;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.RecordId;
import org.rollbook.hub.signin.ManyInvitations.Letter;
import org.rollbook.web.proxies.ForwardingHeader;
import org.rollbook.web.proxies.Network;
import org.rollbook.web.proxies.TrustedProxies;

/** The district's own sign-in: names, passwords, codes, sessions. */
@ExtendWith(OneHouse.class)
class SignInWithPasswordTest {
  private final SignInHouse house;

  SignInWithPasswordTest(SignInHouse house) {
    this.house = house;
  }

  private HttpResponse<String> signIn(Visitor visitor, String login, String password)
      throws Exception {
    return visitor.signIn("/signin", house.district(SPRINGFIELD), login, password);
  }

  @Test
  void people_sign_in_with_email_or_user_name_in_any_capitals() throws Exception {
    for (var login : List.of(ADA, "ADA@Springfield.Example", "ada.bee", " Ada.Bee ")) {
      assertThat(signIn(house.visitor(), login, PASSWORD).statusCode()).as(login).isEqualTo(200);
    }
  }

  @Test
  void a_wrong_password_an_unknown_name_and_one_of_two_people_get_the_same_answer()
      throws Exception {
    var wrong = signIn(house.visitor(), "ada.bee", "not the password");
    var unknown = signIn(house.visitor(), "nobody@springfield.example", "not the password");
    var two = signIn(house.visitor(), "twin@springfield.example", "not the password");
    var none = signIn(house.visitor(), "noa", "not the password");
    for (var answer : List.of(wrong, unknown, two, none)) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(plain(answer)).isEqualTo(plain(wrong));
    }
    assertThat(house.audited("wrong_password")).isPositive();
    assertThat(house.audited("unknown_name")).isGreaterThan(1);
    assertThat(house.audited("no_password")).isPositive();
  }

  /** Without what was typed and without the form's own secret. */
  private static String plain(HttpResponse<String> page) {
    return page.body().replaceAll("value=\"[^\"]*\"", "");
  }

  @Test
  void guessing_is_slowed_and_even_the_right_password_waits() throws Exception {
    var liam = house.named(SPRINGFIELD, "liam");
    house.setPassword(liam, "liam has a password");
    for (int i = 0; i < 6; i++) {
      assertThat(signIn(house.visitor(), "LIAM", "guess number " + i).statusCode()).isEqualTo(401);
    }
    var slowed = signIn(house.visitor(), "liam", "liam has a password");
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
    assertThat(slowed.body()).contains("Too many tries");
    assertThat(house.audited("slowed_down")).isPositive();

    house.later(Duration.ofMinutes(1));
    assertThat(signIn(house.visitor(), "liam", "liam has a password").statusCode()).isEqualTo(200);
    assertThat(signIn(house.visitor(), "liam", "a guess again").statusCode()).isEqualTo(401);
  }

  @Test
  void who_comes_through_a_trusted_proxy_has_an_address_of_their_own() throws Exception {
    var proxies =
        new TrustedProxies(
            List.of(Network.of("127.0.0.0/8"), Network.of("::1")),
            ForwardingHeader.X_FORWARDED_FOR);
    try (var server = house.behind(proxies)) {
      var visitor = new Visitor(URI.create("http://127.0.0.1:" + server.port()));
      signIn(visitor.forwardedFor("198.51.100.9, 203.0.113.77"), ADA, PASSWORD);
      assertThat(auditedFrom("203.0.113.77")).isPositive();
    }
    signIn(house.visitor().forwardedFor("203.0.113.78"), ADA, PASSWORD);
    assertThat(auditedFrom("203.0.113.78")).isZero();
    assertThat(auditedFrom("198.51.100.9")).isZero();
  }

  private long auditedFrom(String address) {
    return house
        .node
        .database()
        .jdbc()
        .sql("select count(*) from signin_audit where address = :address")
        .param("address", address)
        .query(Long.class)
        .single();
  }

  @Test
  void a_name_that_is_nobodys_is_slowed_just_so() throws Exception {
    for (int i = 0; i < 6; i++) {
      assertThat(signIn(house.visitor(), "ghost", "guess number " + i).statusCode()).isEqualTo(401);
    }
    assertThat(signIn(house.visitor(), "ghost", "once more").statusCode()).isEqualTo(429);
  }

  @Test
  void a_session_id_that_was_planted_is_never_taken_over() throws Exception {
    var visitor = house.visitor();
    visitor.setCookie("rollbook-session", "planted-by-somebody-else");
    assertThat(signIn(visitor, ADA, PASSWORD).headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("rollbook-session="))
        .noneMatch(cookie -> cookie.contains("planted"));
    var planter = house.visitor();
    planter.setCookie("rollbook-session", "planted-by-somebody-else");
    assertThat(planter.get("/portal").statusCode()).isEqualTo(302);
  }

  @Test
  void cookies_are_out_of_reach_of_scripts_and_other_sites() throws Exception {
    var answer = signIn(house.visitor(), ADA, PASSWORD);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("rollbook-session="))
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("form-action 'self'", "frame-ancestors 'none'");
  }

  @Test
  void a_session_ends_when_it_is_idle_and_after_a_day_in_any_case() throws Exception {
    var visitor = house.visitor();
    signIn(visitor, ADA, PASSWORD);
    house.later(Duration.ofMinutes(50));
    assertThat(visitor.get("/portal").statusCode()).isEqualTo(200);
    house.later(Duration.ofMinutes(50));
    assertThat(visitor.get("/portal").statusCode()).isEqualTo(200);
    house.later(Duration.ofMinutes(61));
    assertThat(visitor.get("/portal").statusCode()).isEqualTo(302);

    signIn(visitor, ADA, PASSWORD);
    for (int i = 0; i < 13; i++) {
      house.later(Duration.ofMinutes(50));
      visitor.get("/portal");
    }
    assertThat(visitor.get("/portal").statusCode()).isEqualTo(302);
  }

  @Test
  void signing_out_ends_the_session_on_the_server() throws Exception {
    var visitor = house.visitor();
    signIn(visitor, ADA, PASSWORD);
    var session = visitor.cookie("rollbook-session").orElseThrow().getValue();
    visitor.post("/signout", Visitor.hidden(visitor.get("/portal").body()));
    visitor.setCookie("rollbook-session", session);
    assertThat(visitor.get("/portal").statusCode()).isEqualTo(302);
    assertThat(house.audited("signed_out")).isPositive();
  }

  @Test
  void a_form_of_another_site_is_refused() throws Exception {
    var visitor = house.visitor();
    var form = new LinkedHashMap<String, String>();
    form.put("district", house.district(SPRINGFIELD));
    form.put("login", ADA);
    form.put("password", PASSWORD);
    assertThat(visitor.post("/signin", form).statusCode()).isEqualTo(403);
    assertThat(visitor.cookie("rollbook-session")).isEmpty();
  }

  @Test
  void nobody_is_sent_to_another_site_after_signing_in() throws Exception {
    for (var evil : List.of("https://evil.example/", "//evil.example", "/oauth/../../evil")) {
      var visitor = house.visitor();
      var page =
          visitor.get("/signin?district=%s&to=%s".formatted(house.district(SPRINGFIELD), evil));
      var form = Visitor.hidden(page.body());
      form.put("login", ADA);
      form.put("password", PASSWORD);
      form.put("to", evil);
      assertThat(Visitor.onward(visitor.post("/signin", form).body())).isEqualTo("/portal");
    }
  }

  @Test
  void a_nul_is_refused_wherever_it_stands() throws Exception {
    var visitor = house.visitor();
    assertThat(signIn(visitor, "ada\0", PASSWORD).statusCode()).isEqualTo(400);
    for (var address :
        List.of(
            "/oauth/authorize?response_type=code&client_id=%00",
            "/oauth/instant-login?client_id=%00",
            "/signin?to=%00",
            "/signin/invitation?code=%00")) {
      assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(400);
    }
    // Inside of the address to go on to, where nobody has looked yet.
    var nested = "/signin?to=%2Foauth%2Fauthorize%3Fclient_id%3D%2500";
    assertThat(visitor.get(nested).statusCode()).isEqualTo(200);
  }

  @Test
  void an_invitation_sets_a_password_once() throws Exception {
    var maya = house.person(SPRINGFIELD, "maya@springfield.example");
    var former = house.invite(maya);
    var invitation = house.invite(maya);
    var visitor = house.visitor();
    assertThat(visitor.get("/signin/invitation?code=" + former.code()).statusCode()).isEqualTo(401);

    var typed = invitation.code().toLowerCase(java.util.Locale.ROOT).replace("-", "");
    var page = visitor.get("/signin/invitation?code=" + typed);
    assertThat(page.body()).contains("Maya Sun", "New password");
    var form = Visitor.hidden(page.body());
    form.putAll(Map.of("password", "short", "again", "short"));
    assertThat(visitor.post("/signin/invitation", form).body()).contains("at least 10 characters");
    form.putAll(Map.of("password", "mayas new password", "again", "mayas other password"));
    assertThat(visitor.post("/signin/invitation", form).body()).contains("not the same");
    form.put("again", "mayas new password");
    assertThat(visitor.post("/signin/invitation", form).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/portal").body()).contains("Maya Sun");

    assertThat(visitor.post("/signin/invitation", form).statusCode()).isEqualTo(401);
    assertThat(signIn(house.visitor(), "maya.sun", "mayas new password").statusCode())
        .isEqualTo(200);
  }

  @Test
  void an_invitation_expires_and_is_only_for_people_who_are_there() {
    var ada = house.person(SPRINGFIELD, ADA);
    var invitation = house.invite(ada);
    assertThat(house.signIn.invitations().invited(invitation.code())).isPresent();
    house.later(Duration.ofDays(15));
    assertThat(house.signIn.invitations().invited(invitation.code())).isEmpty();
    assertThatThrownBy(
            () -> house.signIn.invitations().invite(SPRINGFIELD, new RecordId(987_654_321)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no published student or adult");
  }

  @Test
  void a_school_is_invited_without_those_who_have_a_password_or_an_invitation() throws Exception {
    var ada = house.person(SPRINGFIELD, ADA);
    int district = ada.district().number();
    var school = house.people.school(district, "S1").orElseThrow();
    var everybody = house.people.ofSchool(district, school, ManyInvitations.MOST);
    var letters = new ArrayList<Letter>();
    var many = house.signIn.manyInvitations();
    var result = many.invite(everybody, true, letters::addAll);
    assertThat(everybody).hasSize(6).contains(ada);
    assertThat(result.withPassword()).isPositive();
    assertThat(result.invited()).isEqualTo(6 - result.withPassword()).isEqualTo(letters.size());
    assertThat(letters).noneMatch(letter -> letter.person().equals(ada));
    for (Letter letter : letters) {
      assertThat(house.signIn.invitations().invited(letter.invitation().code()))
          .contains(letter.person());
    }
    assertThat(many.invite(everybody, false, more -> assertThat(more).isEmpty()))
        .isEqualTo(new ManyInvitations.Result(0, result.withPassword(), letters.size()));
    assertThat(signIn(house.visitor(), ADA, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void codes_that_could_not_be_written_open_nothing() {
    var noa = house.named(SPRINGFIELD, "noa");
    var lost = new ArrayList<Letter>();
    assertThatThrownBy(() ->
            house
                .signIn
                .manyInvitations()
                .invite(
                    List.of(noa),
                    true,
                    letters -> {
                      lost.addAll(letters);
                      throw new IOException("the disk is full");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(house.signIn.invitations().invited(lost.getFirst().invitation().code())).isEmpty();
  }

  @Test
  void what_is_over_is_forgotten() throws Exception {
    signIn(house.visitor(), ADA, PASSWORD);
    house.later(Duration.ofDays(3));
    house.signIn.forgetOld();
    for (var table : List.of("signin_session", "signin_departure", "signin_failures")) {
      assertThat(
              house
                  .node
                  .database()
                  .jdbc()
                  .sql("select count(*) from " + table)
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void the_servers_other_pages_are_as_they_were() throws Exception {
    var visitor = house.visitor();
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/health").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/metrics").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/health").headers().allValues("Set-Cookie")).isEmpty();
  }
}
