package org.rollbook.learn.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rollbook.learn.server.LearnHouse;
import org.rollbook.learn.server.LearnVisitor;

/** Cookies of a house that is reached over https. */
class SignInOverHttpsTest {
  @Test
  void cookiesTravelOverHttpsOnlyAndCannotBeSetByAnotherHost() {
    try (var house = LearnHouse.behindHttps()) {
      String ada = house.district().teacher("Ada", "Ng");
      house.clever().atTheScreen(house.district(), ada);
      LearnVisitor visitor = house.visitor();

      HttpResponse<String> leaving = visitor.get("/sign-in/clever");
      String back = LearnVisitor.location(visitor.get(LearnVisitor.location(leaving)));
      HttpResponse<String> arrived =
          visitor.get(back.replace("https://", "http://"), "Cookie", cookies(leaving));

      assertThat(back).startsWith("https://");
      assertThat(arrived.headers().firstValue("Location")).contains("/classes");
      assertThat(setBy(leaving)).hasSize(1).allMatch(SignInOverHttpsTest::closed);
      assertThat(setBy(arrived)).isNotEmpty().allMatch(SignInOverHttpsTest::closed);
      assertThat(arrived.headers().firstValue("Strict-Transport-Security")).isPresent();
      assertThat(visitor.get("/classes", "Cookie", cookies(arrived)).body()).contains("Ada Ng");
    }
  }

  /** The app itself is spoken to over http: an address of its own making would lead there. */
  @Test
  void whoIsSentToSignInStaysAtTheAddressOfTheProxy() {
    try (var house = LearnHouse.behindHttps()) {
      var sent = house.visitor().get("/classes", "X-Forwarded-For", "203.0.113.77");

      assertThat(sent.headers().firstValue("Location")).contains("/sign-in?to=%2Fclasses");
    }
  }

  private static boolean closed(String cookie) {
    return cookie.startsWith("__Host-learn-")
        && cookie.contains("Secure")
        && cookie.contains("HttpOnly")
        && cookie.contains("SameSite=Lax");
  }

  private static List<String> setBy(HttpResponse<String> response) {
    return response.headers().allValues("Set-Cookie");
  }

  private static String cookies(HttpResponse<String> response) {
    return setBy(response).stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .collect(Collectors.joining("; "));
  }
}
