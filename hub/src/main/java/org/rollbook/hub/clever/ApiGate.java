package org.rollbook.hub.clever;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.rollbook.registry.reading.CallLimit;
import org.rollbook.registry.reading.CallLimit.Allowance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in who has a token, so many times a minute. */
final class ApiGate extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ApiGate.class);
  private static final String SCHEME = "Bearer ";

  private final transient Callers callers;
  private final transient CallLimit limit;
  private final transient InstantSource clock;

  ApiGate(Callers callers, CallLimit limit, InstantSource clock) {
    this.callers = callers;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    JsonAnswer.prepare(response);
    if (letIn(request, response)) {
      chain.doFilter(request, response);
    }
  }

  private boolean letIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Optional<String> token = token(request);
      Optional<Caller> caller = token.flatMap(callers::with);
      if (caller.isEmpty()) {
        response.setHeader("WWW-Authenticate", "Bearer");
        JsonAnswer.error(response, 401, "The bearer token is missing, unknown or void");
        return false;
      }
      request.setAttribute(Caller.ATTRIBUTE, caller.get());
      return withinLimit(limit.count(token.get()), response);
    } catch (RuntimeException failure) {
      LOG.warn("A call could not be let in", failure);
      JsonAnswer.error(response, 503, "Rollbook cannot answer now; try again later");
      return false;
    }
  }

  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(token -> !token.isEmpty());
  }

  /** The names of the headers are Clever's; what it calls its buckets is not known. */
  private boolean withinLimit(Allowance allowance, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-RateLimit-Bucket", "token");
    response.setHeader("X-RateLimit-Limit", Integer.toString(allowance.limit()));
    response.setHeader("X-RateLimit-Remaining", Integer.toString(allowance.remaining()));
    response.setHeader("X-RateLimit-Reset", Long.toString(allowance.reset().getEpochSecond()));
    if (!allowance.allowed()) {
      long seconds = Duration.between(clock.instant(), allowance.reset()).toSeconds() + 1;
      response.setHeader("Retry-After", Long.toString(Math.max(1, seconds)));
      JsonAnswer.error(
          response, 429, "More than %d calls in this minute".formatted(allowance.limit()));
    }
    return allowance.allowed();
  }
}
