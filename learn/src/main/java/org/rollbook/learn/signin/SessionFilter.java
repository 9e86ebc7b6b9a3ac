package org.rollbook.learn.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rollbook.learn.pages.SignedIn;
import org.rollbook.learn.people.Person;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says who is signed in. */
final class SessionFilter extends OncePerRequestFilter {
  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    sessions.person(request).ifPresent(SessionFilter::isThere);
    chain.doFilter(request, response);
  }

  private static void isThere(Person person) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new SignedIn(person));
    SecurityContextHolder.setContext(context);
  }

  /** The end of a stream of events is a dispatch of its own, with nobody known yet. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
