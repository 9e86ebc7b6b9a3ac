package org.rollbook.hub.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what has the character NUL in it: nobody's name or address has, PostgreSQL takes none,
 * and whoever sends it looks for errors of ours.
 */
final class NoNul extends OncePerRequestFilter {
  private final SignInPages pages;

  NoNul(SignInPages pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean found =
        request.getParameterMap().values().stream()
            .flatMap(Arrays::stream)
            .anyMatch(value -> value.indexOf('\0') >= 0);
    if (!found) {
      chain.doFilter(request, response);
    } else if (request.getRequestURI().equals(SignInPaths.TOKENS)) {
      Answers.error(response, 400, "invalid_request");
    } else {
      Answers.page(
          response,
          400,
          pages.trouble("Not understood", "Rollbook does not understand this request."));
    }
  }
}
