package org.rollbook.hub.clever;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers calls that fail, in JSON and without anything of the inside. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ApiErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler
  void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (response.isCommitted()) {
      // Half an answer has been sent: the connection is cut, so that it cannot be taken for whole.
      throw failure;
    }
    response.resetBuffer();
    switch (failure) {
      case ApiProblem problem -> JsonAnswer.error(response, problem.status(), problem.says());
      case ErrorResponse known ->
          JsonAnswer.error(response, known.getStatusCode().value(), "The call is not understood");
      default -> unexpected(failure, request, response);
    }
  }

  private static void unexpected(
      Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    LOG.warn("A call of {} failed", request.getMethod(), failure);
    if (isBusy(failure)) {
      JsonAnswer.error(response, 503, "Rollbook is busy; try again later");
    } else {
      JsonAnswer.error(response, 500, "Rollbook failed; its log says how");
    }
  }

  /** No connection to the database came free in time. */
  private static boolean isBusy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) {
        return true;
      }
    }
    return false;
  }
}
