package org.rollbook.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.List;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Apps;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page of those who are signed in: their apps, and the way out. */
@RestController
final class PortalController {
  private final People people;
  private final Apps apps;
  private final Entrance entrance;
  private final SignInPages pages;

  PortalController(SignIn signIn, Entrance entrance, SignInPages pages) {
    this.people = signIn.people();
    this.apps = signIn.apps();
    this.entrance = entrance;
    this.pages = pages;
  }

  @GetMapping(SignInPaths.PORTAL)
  ResponseEntity<String> portal(HttpServletRequest request) {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who) {
      return Answers.page(200, pages.portal(who.person(), appsOf(who.person()), Csrf.of(request)));
    }
    throw new IllegalStateException("the portal without anybody signed in");
  }

  private List<App> appsOf(Person person) {
    var theirs = new HashSet<>(people.appsOf(person));
    return apps.all().stream().filter(app -> theirs.contains(app.id())).toList();
  }

  @PostMapping(SignInPaths.SIGN_OUT)
  ResponseEntity<String> signOut(HttpServletRequest request, HttpServletResponse response) {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who) {
      entrance.leave(who, request, response);
    }
    return Answers.page(
        200,
        pages.trouble(
            "You are signed out",
            "Apps that you opened may have sign-ins of their own: sign out there, too, when others"
                + " use this device."));
  }
}
