package org.rollbook.learn.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way in, the way to Clever, and the way out. */
@RestController
final class SignInController {
  private final SignInPages pages;
  private final Leaving leaving;
  private final Sessions sessions;
  private final SignInAudit audit;

  SignInController(SignInPages pages, Leaving leaving, Sessions sessions, SignInAudit audit) {
    this.pages = pages;
    this.leaving = leaving;
    this.sessions = sessions;
    this.audit = audit;
  }

  @GetMapping({"/", SignInPaths.SIGN_IN})
  ResponseEntity<String> landing(
      Optional<Viewer> viewer,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> out) {
    return viewer.isPresent()
        ? Html.to(SignInPaths.HOME)
        : Html.page(pages.landing(Onward.of(to), out.isPresent()));
  }

  @GetMapping(SignInPaths.LEAVE)
  ResponseEntity<String> leave(
      @RequestParam Optional<String> to, HttpServletRequest request, HttpServletResponse response) {
    return leaving.leave(Onward.of(to), false, request, response);
  }

  @PostMapping(SignInPaths.SIGN_OUT)
  ResponseEntity<String> signOut(Viewer viewer, HttpServletRequest request) {
    audit.person(Outcome.SIGNED_OUT, viewer.person().id());
    sessions.leave(request);
    return Html.to(SignInPaths.SIGN_IN + "?out");
  }
}
