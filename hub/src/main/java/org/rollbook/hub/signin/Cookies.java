package org.rollbook.hub.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of signing in: out of scripts' reach, sent along when somebody follows a link to us
 * and not with what other sites send, and over https only where the server is reached so.
 */
final class Cookies {
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private final boolean secure;

  Cookies(URI publicUrl) {
    this.secure = "https".equals(publicUrl.getScheme());
  }

  /** What each cookie holds. */
  enum Kind {
    /** The session's id. */
    SESSION("rollbook-session"),
    /** What is compared with a form's hidden field. */
    FORM("rollbook-form"),
    /** The district that was chosen last on this device. */
    DISTRICT("rollbook-district"),
    /** Who left for the district's provider with this browser. */
    DEPARTURE("rollbook-departure");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  boolean secure() {
    return secure;
  }

  /** With the prefix browsers keep such a cookie from being set by anybody else's host. */
  String name(Kind kind) {
    return secure ? "__Host-" + kind.word : kind.word;
  }

  Optional<String> read(HttpServletRequest request, Kind kind) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (var cookie : cookies) {
        if (cookie.getName().equals(name(kind)) && !cookie.getValue().isEmpty()) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** For as long as the browser is open. */
  void set(HttpServletResponse response, Kind kind, String value) {
    add(response, kind, value, Duration.ofSeconds(-1));
  }

  void remember(HttpServletResponse response, Kind kind, String value) {
    add(response, kind, value, REMEMBERED);
  }

  void forget(HttpServletResponse response, Kind kind) {
    add(response, kind, "", Duration.ZERO);
  }

  private void add(HttpServletResponse response, Kind kind, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name(kind), value)
            .path("/")
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(age)
            .build()
            .toString());
  }
}
