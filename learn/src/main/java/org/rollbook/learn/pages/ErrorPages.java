package org.rollbook.learn.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/**
 * Answers what cannot be answered, with a page that tells nothing of the inside. Controllers throw
 * {@link org.springframework.web.server.ResponseStatusException} for what is not there (404), or is
 * there for others only (404 as well: that something exists is nobody else's business).
 */
@RestControllerAdvice
final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> signIn(NotSignedIn nobody) {
    return Html.to("/sign-in");
  }

  /** A browser that went away in the middle of an answer, or a stream that lasted long enough. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
  void nobodyListens() {}

  @ExceptionHandler
  ResponseEntity<String> page(Exception problem, HttpServletRequest request) {
    if (problem instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
      return page(known.getStatusCode(), known.getHeaders(), refusal(known.getStatusCode()));
    }
    String code = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    LOG.warn("A request failed, code {}", code, problem);
    return page(HttpStatusCode.valueOf(500), HttpHeaders.EMPTY, failure(code));
  }

  private ResponseEntity<String> page(HttpStatusCode status, HttpHeaders headers, Problem problem) {
    ResponseEntity<String> page = Html.page(status, pages.problem(problem));
    return ResponseEntity.status(status)
        .headers(headers)
        .headers(page.getHeaders())
        .body(page.getBody());
  }

  private static Problem refusal(HttpStatusCode status) {
    return switch (status.value()) {
      case 403 -> Problem.of("Not for you", "This is for somebody else. Go back to your classes.");
      case 404 ->
          Problem.of(
              "No such page",
              "There is nothing here for you at this address. It may have moved, or be somebody"
                  + " else's. Your classes are where they were.");
      case 405 -> Problem.of("Not so", "This address does not do that. Go back and try again.");
      case 409 ->
          Problem.of(
              "This class is archived",
              "It can be looked at, and not changed. Nothing was changed now.");
      default ->
          Problem.of(
              "Not understood", "Learn does not understand this request. Nothing was changed.");
    };
  }

  private static Problem failure(String code) {
    return new Problem(
        "Something went wrong",
        "That is our fault, not yours. Try again in a moment. If it stays so, tell whoever runs"
            + " Learn this code:",
        Optional.of(code));
  }
}
