package org.rollbook.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.rollbook.hub.signin.Throttle.Limit;
import org.rollbook.registry.people.Person;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a code from an administrator becomes a password. */
@RestController
final class InvitationController {
  private static final String VOID =
      "This code is not one that works: check it letter by letter. Each works once and for two"
          + " weeks; your school can make a new one.";

  private final Invitations invitations;
  private final Throttle throttle;
  private final Entrance entrance;
  private final Audit audit;
  private final SignInPages pages;

  InvitationController(
      Invitations invitations,
      Throttle throttle,
      Entrance entrance,
      Audit audit,
      SignInPages pages) {
    this.invitations = invitations;
    this.throttle = throttle;
    this.entrance = entrance;
    this.audit = audit;
    this.pages = pages;
  }

  /** Uses nothing up: mail programs look at links before people do. */
  @GetMapping(SignInPaths.INVITATION)
  ResponseEntity<String> form(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return code.isBlank()
        ? page(200, Optional.empty(), "", "", request)
        : withCode(code, "", request, response);
  }

  private ResponseEntity<String> withCode(
      String code, String trouble, HttpServletRequest request, HttpServletResponse response) {
    var address = request.getRemoteAddr();
    var pause = throttle.attempt(Limit.ADDRESS, address);
    if (pause.isPresent()) {
      audit.stranger(Happening.SLOWED_DOWN, address);
      response.setHeader("Retry-After", Long.toString(pause.get().toSeconds() + 1));
      return page(429, Optional.empty(), code, SignInController.tooOften(pause.get()), request);
    }
    var person = invitations.invited(code);
    if (person.isEmpty()) {
      audit.stranger(Happening.WRONG_CODE, address);
      return page(401, person, code, VOID, request);
    }
    throttle.takeBack(Limit.ADDRESS, address);
    return page(trouble.isEmpty() ? 200 : 422, person, code, trouble, request);
  }

  @PostMapping(SignInPaths.INVITATION)
  ResponseEntity<String> set(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response) {
    var trouble = troubleWith(password, again);
    if (!trouble.isEmpty()) {
      return withCode(code, trouble, request, response);
    }
    var checked = withCode(code, "", request, response);
    if (!checked.getStatusCode().is2xxSuccessful()) {
      return checked;
    }
    return invitations
        .redeem(code, password)
        .map(person -> {
          entrance.enter(person, Happening.SIGNED_IN_WITH_CODE, request, response);
          return Answers.page(200, pages.onward(Onward.of(""), person));
        })
        .orElseGet(() -> page(401, Optional.empty(), code, VOID, request));
  }

  private static String troubleWith(String password, String again) {
    if (password.length() < Passwords.SHORTEST) {
      return "Take at least %d characters: a few words are easy to keep in mind."
          .formatted(Passwords.SHORTEST);
    }
    if (password.length() > Passwords.LONGEST) {
      return "Take at most %d characters.".formatted(Passwords.LONGEST);
    }
    return password.equals(again) ? "" : "The two passwords are not the same.";
  }

  private ResponseEntity<String> page(
      int status,
      Optional<Person> person,
      String code,
      String trouble,
      HttpServletRequest request) {
    return Answers.page(status, pages.invitation(person, code, trouble, Csrf.of(request)));
  }
}
