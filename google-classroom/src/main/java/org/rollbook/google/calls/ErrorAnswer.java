package org.rollbook.google.calls;

import static java.util.Objects.requireNonNullElse;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollbook.google.calls.KnownRefusal.Reach;
import org.rollbook.sync.target.PassingFailure;

/**
 * Reads an answer with an error status: {@code
 * {"error":{"code","message","status","errors":[{"reason"}],"details":[{"reason"}]}}}, parts of
 * which are often absent, and which a proxy on the way may replace by a page.
 */
final class ErrorAnswer {
  /** Google's advice: compare the name at the start of the message, never the text after it. */
  private static final Pattern NAME = Pattern.compile("^@(\\w+)");

  private static final String SCOPES = "insufficient authentication scopes";

  private static final String USAGE_LIMITS = "usageLimits";

  private ErrorAnswer() {}

  /**
   * The refusal that an answer is.
   *
   * @throws PassingFailure when it is none, but a failure that trying again later may cure
   */
  static Refusal refusal(HttpResponseException answered) throws PassingFailure {
    var refusal = read(answered);
    if (claims(refusal) && error(answered).isEmpty()) {
      throw new PassingFailure(
          "There was a %d without a word of Google's".formatted(refusal.status()),
          Optional.empty(),
          true,
          answered);
    }
    if (passing(refusal)) {
      throw new PassingFailure(
          "Google answered %d: %s".formatted(refusal.status(), refusal.message()),
          RetryAfter.of(answered.getHeaders()),
          answered.getStatusCode() >= 500,
          answered);
    }
    return refusal;
  }

  /**
   * Whether it says what is there and what is not. A page with such a status, from a filter on the
   * way, must not make a class or an account count as gone.
   */
  private static boolean claims(Refusal refusal) {
    return refusal.status() == 403 || refusal.notFound() || refusal.status() == 409;
  }

  private static boolean passing(Refusal refusal) {
    return refusal
        .known()
        .map(known -> known.reach() == Reach.MOMENT)
        .orElse(refusal.status() == 429 || refusal.status() == 408 || refusal.status() >= 500);
  }

  private static Refusal read(HttpResponseException answered) {
    int status = answered.getStatusCode();
    var error = error(answered);
    var message =
        error
            .map(GoogleJsonError::getMessage)
            .filter(text -> !text.isBlank())
            .orElseGet(() -> requireNonNullElse(answered.getStatusMessage(), "no message"));
    return new Refusal(status, code(status, message, error), message);
  }

  private static Optional<GoogleJsonError> error(HttpResponseException answered) {
    return answered instanceof GoogleJsonResponseException json
        ? Optional.ofNullable(json.getDetails())
        : Optional.empty();
  }

  private static String code(int status, String message, Optional<GoogleJsonError> error) {
    if (aborted(error)) {
      return KnownRefusal.ABORTED.code();
    }
    var name = NAME.matcher(message);
    if (name.find()) {
      return name.group(1);
    }
    if (message.contains(SCOPES)) {
      return KnownRefusal.SCOPE_INSUFFICIENT.code();
    }
    return error
        .flatMap(ErrorAnswer::knownReason)
        .or(() -> error.filter(ErrorAnswer::limit).map(_ -> KnownRefusal.QUOTA_EXCEEDED.code()))
        .or(() -> error.flatMap(ErrorAnswer::statusWord))
        .orElseGet(() -> canonical(status));
  }

  /**
   * Asked first: no name that an aborted call may carry makes it more than a call that met another.
   */
  private static boolean aborted(Optional<GoogleJsonError> error) {
    return error.stream()
        .flatMap(aborted ->
            Stream.concat(
                statusWord(aborted).stream(),
                each(aborted.getErrors()).map(GoogleJsonError.ErrorInfo::getReason)))
        .anyMatch(KnownRefusal.ABORTED.code()::equalsIgnoreCase);
  }

  private static Optional<String> knownReason(GoogleJsonError error) {
    return Stream.concat(
            each(error.getDetails()).map(GoogleJsonError.Details::getReason),
            each(error.getErrors()).map(GoogleJsonError.ErrorInfo::getReason))
        .filter(reason -> reason != null && KnownRefusal.of(reason).isPresent())
        .findFirst();
  }

  /** The Directory API has many limits, all of one domain, and answers them with 403 too. */
  private static boolean limit(GoogleJsonError error) {
    return each(error.getErrors()).anyMatch(info -> USAGE_LIMITS.equals(info.getDomain()));
  }

  private static Optional<String> statusWord(GoogleJsonError error) {
    return error.get("status") instanceof String word && !word.isBlank()
        ? Optional.of(word)
        : Optional.empty();
  }

  private static <E> Stream<E> each(@Nullable List<E> list) {
    return list == null ? Stream.of() : list.stream();
  }

  /** For the Directory API, whose errors have no status word. */
  private static String canonical(int status) {
    return switch (status) {
      case 400 -> "INVALID_ARGUMENT";
      case 401 -> "UNAUTHENTICATED";
      case 403 -> "PERMISSION_DENIED";
      case 404 -> "NOT_FOUND";
      case 409 -> "ALREADY_EXISTS";
      default -> "HTTP_" + status;
    };
  }
}
