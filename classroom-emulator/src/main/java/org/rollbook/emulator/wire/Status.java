package org.rollbook.emulator.wire;

/**
 * Google's canonical error statuses that these APIs use, each with its HTTP code and the reason
 * word of the older error format (source: Google Cloud API design guide, "Errors").
 */
public enum Status {
  INVALID_ARGUMENT(400, "badRequest"),
  FAILED_PRECONDITION(400, "failedPrecondition"),
  UNAUTHENTICATED(401, "authError"),
  PERMISSION_DENIED(403, "forbidden"),
  NOT_FOUND(404, "notFound"),
  ALREADY_EXISTS(409, "alreadyExists"),
  RESOURCE_EXHAUSTED(429, "rateLimitExceeded"),
  INTERNAL(500, "backendError"),
  UNAVAILABLE(503, "backendError");

  private final int code;
  private final String reason;

  Status(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  /** The HTTP status code. */
  public int code() {
    return code;
  }

  /** The reason word in {@code error.errors[].reason}. */
  public String reason() {
    return reason;
  }
}
