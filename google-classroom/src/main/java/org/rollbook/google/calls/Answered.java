package org.rollbook.google.calls;

import com.google.api.client.googleapis.services.AbstractGoogleClientRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollbook.google.calls.Calls.Request;
import org.rollbook.sync.target.PassingFailure;

/**
 * Sends a request and reads the answer. What cannot be read, or lacks what an answer to this
 * request has, is as good as lost: a proxy cut it short or put something else in its place. Google
 * may have done what it was asked for.
 */
public final class Answered {
  private Answered() {}

  static <T> T by(Request<T> request) throws IOException, PassingFailure {
    var sent = request.make();
    try {
      var answer = sent.execute();
      if (answer != null && request.answeredBy(answer)) {
        return answer;
      }
    } catch (RuntimeException unreadable) {
      // Google's parser throws whatever it stumbles over: there is no list of it.
      throw lost(sent, unreadable);
    }
    throw lost(sent, new IOException("incomplete answer"));
  }

  private static PassingFailure lost(AbstractGoogleClientRequest<?> sent, Exception why) {
    return new PassingFailure(
        "Google's answer to a %s cannot be read: it is empty, cut short or not from Google (%s)"
            .formatted(sent.getRequestMethod(), why.getClass().getSimpleName()),
        Optional.empty(),
        true,
        why);
  }

  /** Whether all of these fields came with something in them. */
  public static boolean has(@Nullable String... fields) {
    return Stream.of(fields).allMatch(field -> field != null && !field.isBlank());
  }
}
