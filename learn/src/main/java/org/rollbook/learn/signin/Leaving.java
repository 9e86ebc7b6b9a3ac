package org.rollbook.learn.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.rollbook.learn.clever.Clever;
import org.rollbook.learn.pages.Html;
import org.springframework.http.ResponseEntity;

/** Sends people to Clever, with a state that only their browser can bring back. */
final class Leaving {
  private final Clever clever;
  private final Departures departures;
  private final BrowserCookie browsers;
  private final SignInSettings settings;

  Leaving(Clever clever, Departures departures, BrowserCookie browsers, SignInSettings settings) {
    this.clever = clever;
    this.departures = departures;
    this.browsers = browsers;
    this.settings = settings;
  }

  ResponseEntity<String> leave(
      Onward onward, boolean unasked, HttpServletRequest request, HttpServletResponse response) {
    String browser = browsers.known(request, response);
    String state = departures.leave(browser, onward, unasked);
    return Html.to(clever.authorize(settings.callback(), state, Optional.empty()).toString());
  }
}
