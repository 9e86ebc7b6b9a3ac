package org.rollbook.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollbook.hub.signin.PasswordSignIn.Result;
import org.rollbook.hub.signin.SignInPages.Form;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.PublishedDistrict;
import org.rollbook.registry.sharing.Apps;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sign-in page: first the district, where there are several, then name and password. */
@RestController
final class SignInController {
  /** The same for a wrong password, an unknown name, and a person who has none. */
  private static final String NOT_RIGHT =
      "Name and password do not belong together. Check both, or ask your school for a new code.";

  private final People people;
  private final Apps apps;
  private final Providers providers;
  private final PasswordSignIn passwords;
  private final Entrance entrance;
  private final Cookies cookies;
  private final SignInPages pages;

  SignInController(
      SignIn signIn,
      PasswordSignIn passwords,
      Entrance entrance,
      Cookies cookies,
      SignInPages pages) {
    this.people = signIn.people();
    this.apps = signIn.apps();
    this.providers = signIn.providers();
    this.passwords = passwords;
    this.entrance = entrance;
    this.cookies = cookies;
    this.pages = pages;
  }

  /**
   * @param to where to go on to
   * @param district the one that was chosen, or {@code choose} to choose anew
   */
  @GetMapping(SignInPaths.SIGN_IN)
  ResponseEntity<String> form(
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String district,
      HttpServletRequest request) {
    var onward = Onward.of(to);
    var known = people.districts();
    if (known.isEmpty()) {
      return Answers.page(
          200,
          pages.trouble(
              "Nobody can sign in yet",
              "No district shares its roster with an app so far. An administrator has to do that"
                  + " first."));
    }
    var chosen =
        known.size() == 1 ? Optional.of(known.getFirst()) : chosen(district, onward, request);
    return chosen
        .map(one -> Answers.page(200, pages.signIn(form(one, onward, "", ""), Csrf.of(request))))
        .orElseGet(() -> Answers.page(200, pages.districts(known, onward, appName(onward))));
  }

  /** The app knows best; then what was just chosen; then what was chosen last on this device. */
  private Optional<PublishedDistrict> chosen(
      @Nullable String district, Onward onward, HttpServletRequest request) {
    if (district == null) {
      return onward
          .district()
          .or(() -> cookies.read(request, Cookies.Kind.DISTRICT))
          .flatMap(DistrictParameter::read)
          .flatMap(people::district);
    }
    return DistrictParameter.read(district).flatMap(people::district);
  }

  @PostMapping(SignInPaths.SIGN_IN)
  ResponseEntity<String> signIn(
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String district,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    var onward = Onward.of(to);
    var chosen = DistrictParameter.read(district).flatMap(people::district);
    if (chosen.isEmpty()) {
      return form(to, null, request);
    }
    return switch (passwords.check(chosen.get(), login, password, request.getRemoteAddr())) {
      case Result.Proved(var person) -> {
        entrance.enter(person, Happening.SIGNED_IN_WITH_PASSWORD, request, response);
        yield Answers.page(200, pages.onward(onward, person));
      }
      case Result.NotProved() -> again(401, chosen.get(), onward, login, NOT_RIGHT, request);
      case Result.TooOften(var pause) -> {
        response.setHeader("Retry-After", Long.toString(pause.toSeconds() + 1));
        yield again(429, chosen.get(), onward, login, tooOften(pause), request);
      }
    };
  }

  static String tooOften(Duration pause) {
    long minutes = pause.toMinutes() + 1;
    return minutes == 1
        ? "Too many tries that were not right. Wait a minute and try again."
        : "Too many tries that were not right. Wait %d minutes and try again.".formatted(minutes);
  }

  private ResponseEntity<String> again(
      int status,
      PublishedDistrict district,
      Onward onward,
      String login,
      String trouble,
      HttpServletRequest request) {
    return Answers.page(
        status, pages.signIn(form(district, onward, login, trouble), Csrf.of(request)));
  }

  private Form form(PublishedDistrict district, Onward onward, String login, String trouble) {
    return new Form(
        district,
        people.districts().size() == 1,
        onward,
        appName(onward),
        login,
        trouble,
        providers.button(district));
  }

  private String appName(Onward onward) {
    return onward.clientId().flatMap(apps::withClientId).map(app -> app.about().name()).orElse("");
  }
}
