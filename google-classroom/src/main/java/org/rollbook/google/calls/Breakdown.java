package org.rollbook.google.calls;

import static java.util.Objects.requireNonNullElse;

import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.Retryable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.apache.http.conn.ConnectTimeoutException;
import org.rollbook.sync.target.PassingFailure;

/** Sorts a call that got no answer: the connection broke, or there was no token to call with. */
final class Breakdown {
  private Breakdown() {}

  /**
   * The refusal that stands behind it, which only the token endpoint gives.
   *
   * @throws PassingFailure when trying again later may help
   */
  static Refusal refusal(IOException broken) throws PassingFailure {
    if (broken instanceof Retryable) {
      return tokenRefusal(broken);
    }
    throw new PassingFailure(
        "Google could not be reached, or its answer was lost: " + said(broken),
        Optional.empty(),
        !beforeSending(broken),
        broken);
  }

  /**
   * Google's credentials classes mark what went wrong at the token endpoint as retryable or not.
   */
  private static Refusal tokenRefusal(IOException broken) throws PassingFailure {
    if (broken.getCause() instanceof HttpResponseException answered && refused(answered)) {
      return tokenRefusal(answered);
    }
    var headers =
        broken.getCause() instanceof HttpResponseException answered ? answered.getHeaders() : null;
    throw new PassingFailure(
        "Google gave no access token for now.", RetryAfter.of(headers), false, broken);
  }

  private static boolean refused(HttpResponseException answered) {
    int status = answered.getStatusCode();
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }

  /** The token endpoint's {@code {"error","error_description"}} (RFC 6749, 5.2). */
  private static Refusal tokenRefusal(HttpResponseException answered) {
    var body = json(answered.getContent());
    var error = body.get("error") instanceof String code ? code : "invalid_grant";
    var says = body.get("error_description") instanceof String text ? text : "no description";
    // Any refusal of a token concerns the whole connection, under whatever name.
    var code = KnownRefusal.of(error).isPresent() ? error : KnownRefusal.INVALID_GRANT.code();
    return new Refusal(answered.getStatusCode(), code, says);
  }

  private static GenericJson json(String content) {
    try {
      return requireNonNullElse(
          GsonFactory.getDefaultInstance().fromString(content, GenericJson.class),
          new GenericJson());
    } catch (IOException | IllegalArgumentException unreadable) {
      return new GenericJson();
    }
  }

  private static boolean beforeSending(IOException broken) {
    return broken instanceof ConnectException
        || broken instanceof ConnectTimeoutException
        || broken instanceof UnknownHostException
        || broken instanceof NoRouteToHostException
        || broken instanceof SSLHandshakeException;
  }

  private static String said(IOException broken) {
    return broken.getClass().getSimpleName()
        + (broken.getMessage() == null ? "" : " (" + broken.getMessage() + ")");
  }
}
