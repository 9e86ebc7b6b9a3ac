package org.rollbook.emulator.wire;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ends a call with a {@link Refusal}. It is control flow, not a fault of the program: it carries no
 * stack trace, and one place turns it into the reply.
 */
public final class Refused extends RuntimeException {
  private final transient Refusal refusal;

  /** A refusal with its classified value. */
  public Refused(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  /** The value to answer with. */
  public Refusal refusal() {
    return refusal;
  }

  /** A refusal without details. */
  public static Refused of(Status status, String message) {
    return new Refused(new Refusal(status, message, List.of()));
  }

  /** 400 INVALID_ARGUMENT. */
  public static Refused invalid(String message) {
    return of(Status.INVALID_ARGUMENT, message);
  }

  /** 400 FAILED_PRECONDITION in Google's words for the cases that have no name. */
  public static Refused precondition() {
    return of(Status.FAILED_PRECONDITION, "Precondition check failed.");
  }

  /** 403 in Google's words for a caller who may not do this. */
  public static Refused notPermitted() {
    return of(Status.PERMISSION_DENIED, "The caller does not have permission");
  }

  /** 404 in Google's words. */
  public static Refused notFound() {
    return of(Status.NOT_FOUND, "Requested entity was not found.");
  }

  /** 409 in Google's words. */
  public static Refused alreadyExists() {
    return of(Status.ALREADY_EXISTS, "Requested entity already exists");
  }

  /** 401 in Google's words. */
  public static Refused unauthenticated() {
    return of(
        Status.UNAUTHENTICATED,
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
            + " cookie or other valid authentication credential.");
  }

  /** An {@code ErrorInfo} detail as Google attaches to authentication and quota errors. */
  public static ObjectNode errorInfo(String reason) {
    ObjectNode info = Json.object();
    info.put("@type", "type.googleapis.com/google.rpc.ErrorInfo");
    info.put("reason", reason).put("domain", "googleapis.com");
    return info;
  }
}
