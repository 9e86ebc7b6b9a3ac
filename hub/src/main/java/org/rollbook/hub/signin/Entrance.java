package org.rollbook.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.rollbook.registry.people.Person;

/** Lets in whoever has proved who they are. */
final class Entrance {
  private final Sessions sessions;
  private final Cookies cookies;
  private final Audit audit;

  Entrance(Sessions sessions, Cookies cookies, Audit audit) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.audit = audit;
  }

  /**
   * Signs {@code person} in under a new session id. Whoever was signed in with this browser is so
   * no more: on a shared device the newest sign-in is the one.
   */
  void enter(
      Person person, Happening how, HttpServletRequest request, HttpServletResponse response) {
    cookies.read(request, Cookies.Kind.SESSION).ifPresent(sessions::end);
    cookies.set(response, Cookies.Kind.SESSION, sessions.open(person));
    cookies.remember(response, Cookies.Kind.DISTRICT, person.district().record().hex());
    audit.note(how, person, request.getRemoteAddr());
  }

  void leave(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
    cookies.read(request, Cookies.Kind.SESSION).ifPresent(sessions::end);
    cookies.forget(response, Cookies.Kind.SESSION);
    audit.note(Happening.SIGNED_OUT, who.person(), request.getRemoteAddr());
  }
}
