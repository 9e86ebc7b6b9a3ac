package org.rollbook.hub.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rollbook.registry.people.Person;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says who is signed in. */
final class SessionFilter extends OncePerRequestFilter {
  private final Sessions sessions;
  private final Cookies cookies;

  SessionFilter(Sessions sessions, Cookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    cookies
        .read(request, Cookies.Kind.SESSION)
        .flatMap(sessions::person)
        .filter(person -> meant(person, request))
        .ifPresent(SessionFilter::isThere);
    chain.doFilter(request, response);
  }

  private static void isThere(Person person) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new SignedIn(person));
    SecurityContextHolder.setContext(context);
  }

  /**
   * An app that asks for somebody of another district gets the sign-in page: the one who is signed
   * in on this device is not the one it means.
   */
  private static boolean meant(Person person, HttpServletRequest request) {
    var asked = request.getParameter(DistrictParameter.NAME);
    return asked == null
        || !request.getRequestURI().equals(SignInPaths.AUTHORIZE)
        || DistrictParameter.read(asked)
            .map(district -> district.equals(person.district().record()))
            .orElse(true);
  }
}
