package org.rollbook.hub.clever;

/** A call that is answered with an error. The message is for the app's makers. */
final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private ApiProblem(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** Also for what another district or app has: nobody is told that it exists. */
  static ApiProblem notFound() {
    return new ApiProblem(404, "Resource not found");
  }

  static ApiProblem badRequest(String message) {
    return new ApiProblem(400, message);
  }

  static ApiProblem tooLarge(String message) {
    return new ApiProblem(413, message);
  }

  static ApiProblem readOnly() {
    return new ApiProblem(405, "The Data API can be read, and nothing else");
  }

  static ApiProblem otherVersion() {
    return new ApiProblem(404, "Rollbook has versions v3.0 and v3.1 of the API");
  }

  static ApiProblem unsupported() {
    return new ApiProblem(501, "Rollbook does not have this part of the API");
  }

  int status() {
    return status;
  }

  String says() {
    return String.valueOf(getMessage());
  }
}
