package org.rollbook.hub.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what cannot be answered, with a page that tells nothing of the inside. */
@RestControllerAdvice
final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> page(Exception problem) {
    if (problem instanceof ErrorResponse known) {
      return page(known.getStatusCode(), known.getHeaders());
    }
    LOG.warn("A request failed", problem);
    return page(HttpStatusCode.valueOf(500), HttpHeaders.EMPTY);
  }

  private ResponseEntity<String> page(HttpStatusCode status, HttpHeaders headers) {
    String html =
        switch (status.value()) {
          case 404 -> pages.problem("No such page", "Rollbook has no page at this address.");
          case 405 -> pages.problem("Not so", "This page can be read, and nothing else.");
          default ->
              status.is4xxClientError()
                  ? pages.problem("Not understood", "Rollbook does not understand this request.")
                  : pages.problem(
                      "Something went wrong", "The server's log says what. Nothing was changed.");
        };
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(StatusController.HTML)
        .body(html);
  }
}
