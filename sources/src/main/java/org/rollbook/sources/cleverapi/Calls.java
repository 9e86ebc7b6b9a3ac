package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** Makes calls, and makes them again where that can help (R4). */
final class Calls {
  private final CleverSettings settings;
  private final Transport transport;
  private final Pauses pauses;
  private final Pace pace;

  Calls(CleverSettings settings, Surroundings around) {
    this.settings = settings;
    this.transport = new Transport(around.http(), settings);
    this.pauses = new Pauses(around, settings.patience());
    this.pace = new Pace(settings.patience().perMinute(), pauses);
  }

  CleverSettings settings() {
    return settings;
  }

  /** Makes a call with the present token, and once more with a new one when that is refused. */
  byte[] get(URI address, TokenSource tokens) throws IOException {
    AccessToken token = tokens.current();
    try {
      return get(address, "Bearer " + token.value());
    } catch (CleverException.Unauthorised refused) {
      AccessToken other = tokens.renewed(token);
      if (other.equals(token)) {
        throw refused;
      }
      return get(address, "Bearer " + other.value());
    }
  }

  /** Makes a call until it is answered, or not worth repeating. */
  byte[] get(URI address, String authorization) throws IOException {
    HttpRequest request = request(address, authorization).GET().build();
    int failures = 0;
    int limited = 0;
    while (true) {
      try {
        return once(request);
      } catch (CleverException.Unavailable fault) {
        pauses.after(fault, ++failures);
      } catch (CleverException.Limited fault) {
        pauses.after(fault, ++limited);
      }
    }
  }

  /** Sends JSON, once: what a code was exchanged for is not told a second time. */
  byte[] post(URI address, String authorization, byte[] json) throws IOException {
    return once(
        request(address, authorization)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(json))
            .build());
  }

  private byte[] once(HttpRequest request) throws IOException {
    pace.turn();
    String call = request.method() + " " + request.uri().getPath();
    Answer answer = transport.send(request, call);
    pace.heard(answer);
    byte[] body = answer.body(call, secret(request));
    if (!answer.isJson()) {
      throw new CleverException.NotJson(
          "%s was answered with %s instead of JSON; check the address and the kind of token"
              .formatted(call, type(answer)));
    }
    return body;
  }

  private static String secret(HttpRequest request) {
    String header = request.headers().firstValue("Authorization").orElseThrow();
    return header.substring(header.indexOf(' ') + 1);
  }

  private static String type(Answer answer) {
    return answer.type().map(name -> name.replaceAll("[^A-Za-z0-9/;=+. -]", "?")).orElse("text");
  }

  private HttpRequest.Builder request(URI address, String authorization) {
    return HttpRequest.newBuilder(address)
        .timeout(settings.patience().answer())
        .header("Authorization", authorization)
        .header("Accept", "application/json")
        .header("Accept-Encoding", "gzip");
  }
}
