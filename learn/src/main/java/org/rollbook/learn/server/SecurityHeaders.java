package org.rollbook.learn.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Tells browsers to run, load and frame nothing that is not ours. */
final class SecurityHeaders implements Filter {
  /** Images as data are the small signs in the style sheet. */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final boolean https;

  SecurityHeaders(URI publicUrl) {
    this.https = "https".equals(publicUrl.getScheme());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (response instanceof HttpServletResponse answer) {
      answer.setHeader("Content-Security-Policy", CONTENT);
      answer.setHeader("X-Content-Type-Options", "nosniff");
      answer.setHeader("X-Frame-Options", "DENY");
      // Addresses hold codes and the ids of classes: no other site is told them.
      answer.setHeader("Referrer-Policy", "no-referrer");
      if (https) {
        answer.setHeader("Strict-Transport-Security", "max-age=31536000");
      }
    }
    chain.doFilter(request, response);
  }
}
