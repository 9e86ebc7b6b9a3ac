package org.rollbook.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** The hidden field of forms, which another site cannot know. */
final class Csrf {
  private Csrf() {}

  static CsrfToken of(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      return token;
    }
    throw new IllegalStateException("a form outside of Spring Security");
  }
}
