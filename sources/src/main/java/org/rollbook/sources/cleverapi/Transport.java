package org.rollbook.sources.cleverapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/**
 * Makes one call. An answer comes whole or not at all: nothing of a body that breaks off was used,
 * so the call can simply be made again.
 */
final class Transport {
  private final HttpClient http;
  private final Duration patience;
  private final int bodyLimit;

  Transport(HttpClient http, CleverSettings settings) {
    this.http = http;
    this.patience = settings.patience().answer();
    this.bodyLimit = settings.answerBytes();
  }

  /**
   * @param call how messages name it
   */
  Answer send(HttpRequest request, String call) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request, head -> new LimitedBody(bodyLimit));
    try {
      // The request's own timeout ends with the headers; a body may dribble for ever.
      return unpacked(sent.get(patience.toMillis(), TimeUnit.MILLISECONDS), call);
    } catch (TimeoutException slow) {
      sent.cancel(true);
      throw unavailable(call + " was not answered within " + patience);
    } catch (ExecutionException failed) {
      throw told(failed, call);
    } catch (InterruptedException stop) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(call + " was interrupted");
    }
  }

  private CleverException told(ExecutionException failed, String call) {
    Throwable cause = failed;
    while (cause.getCause() != null && !(cause instanceof LimitedBody.Exceeded)) {
      cause = cause.getCause();
    }
    return cause instanceof LimitedBody.Exceeded
        ? tooLarge(call)
        : unavailable("%s got no answer (%s)".formatted(call, cause.getClass().getSimpleName()));
  }

  private Answer unpacked(HttpResponse<byte[]> response, String call) throws CleverException {
    String encoding = response.headers().firstValue("Content-Encoding").orElse("");
    byte[] body =
        encoding.equalsIgnoreCase("gzip") ? unzipped(response.body(), call) : response.body();
    return new Answer(response.statusCode(), response.headers(), body);
  }

  private byte[] unzipped(byte[] packed, String call) throws CleverException {
    byte[] body;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      body = in.readNBytes(bodyLimit);
      if (in.read() < 0) {
        return body;
      }
    } catch (IOException damaged) {
      throw unavailable(call + " was answered with a damaged gzip body");
    }
    throw tooLarge(call);
  }

  private CleverException tooLarge(String call) {
    return new CleverException.TooLarge(
        "%s was answered with more than %d bytes".formatted(call, bodyLimit));
  }

  private static CleverException unavailable(String message) {
    return new CleverException.Unavailable(message, Optional.empty());
  }
}
