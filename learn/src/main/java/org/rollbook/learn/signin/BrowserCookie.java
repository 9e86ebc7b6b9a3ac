package org.rollbook.learn.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * By what we know a browser that comes back from Clever. A cookie beside the session's: the session
 * gets a new id with each sign-in, and a second delivery of one return must still be known.
 */
final class BrowserCookie {
  private static final Duration KEPT = Duration.ofDays(1);

  private final SignInSettings settings;
  private final Secrets secrets;

  BrowserCookie(SignInSettings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  private String name() {
    return settings.cookie("learn-browser");
  }

  Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name()) && !cookie.getValue().isEmpty()) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** What the browser shows, or will show from now on. */
  String known(HttpServletRequest request, HttpServletResponse response) {
    String value = read(request).orElseGet(secrets::fresh);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name(), value)
            .path("/")
            .httpOnly(true)
            .secure(settings.https())
            // Lax, not Strict: Clever's redirect is a way in from another site.
            .sameSite("Lax")
            .maxAge(KEPT)
            .build()
            .toString());
    return value;
  }
}
