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
import org.apache.http.conn.HttpHostConnectException;
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
    throw passing(broken);
  }

  private static PassingFailure passing(IOException broken) {
    return beforeSending(broken)
        ? PassingFailure.unreached("Google does not answer: " + unreached(broken), broken)
        : new PassingFailure(
            "Google's answer was lost: " + said(broken), Optional.empty(), true, broken);
  }

  /**
   * Google's credentials classes mark what went wrong at the token endpoint as retryable or not.
   */
  private static Refusal tokenRefusal(IOException broken) throws PassingFailure {
    if (broken.getCause() instanceof HttpResponseException answered && refused(answered)) {
      return tokenRefusal(answered);
    }
    throw switch (broken.getCause()) {
      case HttpResponseException answered ->
          new PassingFailure(
              "Google's token endpoint answered %d, so there is no access token for now"
                  .formatted(answered.getStatusCode()),
              RetryAfter.of(answered.getHeaders()),
              false,
              broken);
      case IOException cut when beforeSending(cut) -> passing(cut);
      case null, default ->
          new PassingFailure(
              "Google's token endpoint gave no access token: "
                  + said(broken.getCause() instanceof IOException cut ? cut : broken),
              Optional.empty(),
              false,
              broken);
    };
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

  private static String unreached(IOException broken) {
    return switch (broken) {
      case HttpHostConnectException refused ->
          "connection refused at " + refused.getHost().toHostString();
      case ConnectTimeoutException slow when slow.getHost() != null ->
          "no connection in time to " + slow.getHost().toHostString();
      case UnknownHostException unknown -> "there is no host " + unknown.getMessage();
      default -> said(broken);
    };
  }

  private static String said(IOException broken) {
    return broken.getClass().getSimpleName()
        + (broken.getMessage() == null ? "" : " (" + broken.getMessage() + ")");
  }
}
