package org.rollbook.emulator;

import java.util.List;
import java.util.Map;
import org.rollbook.emulator.wire.Refusal;
import org.rollbook.emulator.wire.Reply;
import org.rollbook.emulator.wire.Status;

/** Answers of a service in trouble, in Google's words. */
final class FaultReplies {
  private FaultReplies() {}

  static Reply tooManyRequests(int retryAfterSeconds) {
    return of(
        Status.RESOURCE_EXHAUSTED,
        "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute per user' of"
            + " service 'classroom.googleapis.com'",
        retryAfterSeconds);
  }

  static Reply internal() {
    return of(Status.INTERNAL, "Internal error encountered.", 0);
  }

  static Reply unavailable(int retryAfterSeconds) {
    return of(Status.UNAVAILABLE, "The service is currently unavailable.", retryAfterSeconds);
  }

  private static Reply of(Status status, String message, int retryAfterSeconds) {
    Refusal refusal = new Refusal(status, message, List.of());
    Map<String, String> headers =
        retryAfterSeconds > 0
            ? Map.of("Retry-After", Integer.toString(retryAfterSeconds))
            : Map.of();
    return new Reply(status.code(), refusal.body(), headers);
  }
}
