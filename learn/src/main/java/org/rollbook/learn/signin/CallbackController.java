package org.rollbook.learn.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.signin.Departures.Return;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where Clever sends people back to, asked or unasked. */
@RestController
final class CallbackController {
  /** How Clever, and OAuth, say that the app is not for this account. */
  private static final Set<String> NOT_FOR_THEM =
      Set.of("unauthorized-user", "unauthorized_user", "access_denied", "district-not-connected");

  /** How long a second delivery waits for the first. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Departures departures;
  private final BrowserCookie browsers;
  private final Leaving leaving;
  private final Arrivals arrivals;
  private final Entrance entrance;
  private final SignInAudit audit;
  private final SignInPages pages;

  CallbackController(
      Departures departures,
      BrowserCookie browsers,
      Leaving leaving,
      Arrivals arrivals,
      Entrance entrance,
      SignInAudit audit,
      SignInPages pages) {
    this.departures = departures;
    this.browsers = browsers;
    this.leaving = leaving;
    this.arrivals = arrivals;
    this.entrance = entrance;
    this.audit = audit;
    this.pages = pages;
  }

  @GetMapping(SignInPaths.CALLBACK)
  ResponseEntity<String> callback(
      @RequestParam Optional<String> code,
      @RequestParam Optional<String> state,
      @RequestParam Optional<String> error,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    if (error.isPresent()) {
      boolean notForThem = NOT_FOR_THEM.contains(error.get());
      return refused(notForThem ? Outcome.NOT_CONNECTED : Outcome.CLEVER_REFUSED);
    }
    if (state.isEmpty() || state.get().isEmpty()) {
      return unasked(request, response);
    }
    if (code.isEmpty() || code.get().isEmpty()) {
      return refused(Outcome.CLEVER_REFUSED);
    }
    String browser = browsers.read(request).orElse("");
    return switch (departures.claim(state.get(), browser, code.get())) {
      case Return.First(Onward onward) -> arrive(code.get(), state.get(), onward, request);
      case Return.Again(Onward onward) -> again(state.get(), onward);
      case Return.Unknown() -> refused(Outcome.STATE_UNKNOWN);
    };
  }

  /**
   * From Clever's portal, or with an instant-login link. Its code is not used: anybody could have
   * put it there. The person is sent to Clever again, which knows them already (S48, S50).
   */
  private ResponseEntity<String> unasked(HttpServletRequest request, HttpServletResponse response) {
    boolean inCircles = browsers.read(request).filter(departures::inCircles).isPresent();
    return inCircles
        ? refused(Outcome.STATE_LOST)
        : leaving.leave(Onward.HOME, true, request, response);
  }

  private ResponseEntity<String> arrive(
      String code, String state, Onward onward, HttpServletRequest request) {
    boolean signedIn = false;
    try {
      return switch (arrivals.arrive(code)) {
        case Arrival.Welcome(var person) -> {
          entrance.enter(request, person);
          signedIn = true;
          yield Html.to(onward.path());
        }
        case Arrival.Refused(Outcome outcome) -> refused(outcome);
      };
    } finally {
      departures.ended(state, signedIn);
    }
  }

  /**
   * Browsers deliver one return twice at times, Safari above all. The second is led to where the
   * first went, once that has got there; the session is the first one's.
   */
  private ResponseEntity<String> again(String state, Onward onward) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<Boolean> signedIn = departures.signedIn(state);
    while (signedIn.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(Duration.ofMillis(50));
      signedIn = departures.signedIn(state);
    }
    return signedIn.orElse(false) ? Html.to(onward.path()) : refused(Outcome.CODE_REFUSED);
  }

  private ResponseEntity<String> refused(Outcome outcome) {
    audit.stranger(outcome);
    int status = SignInPages.Trouble.of(outcome, "").status();
    return Html.page(HttpStatusCode.valueOf(status), pages.trouble(outcome));
  }
}
