package org.rollbook.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * Tells browsers to run, load and frame nothing that is not ours; and nothing at all of data.
 *
 * @param data the paths whose answers are for machines
 * @param https whether browsers shall come over https only, from their first visit on
 */
public record SecurityHeaders(Predicate<String> data, boolean https) implements Filter {
  /** Images as data are the small signs in the style sheet. */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** For answers to machines, should a browser ever be led to one. */
  private static final String DATA =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer) {
      answer.setHeader(
          "Content-Security-Policy", data.test(asked.getRequestURI()) ? DATA : CONTENT);
      answer.setHeader("X-Content-Type-Options", "nosniff");
      answer.setHeader("X-Frame-Options", "DENY");
      // Addresses hold codes and ids: no other site is told them.
      answer.setHeader("Referrer-Policy", "no-referrer");
      if (https) {
        answer.setHeader("Strict-Transport-Security", "max-age=31536000");
      }
    }
    chain.doFilter(request, response);
  }
}
