package org.rollbook.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;
import org.rollbook.hub.server.Status;
import org.rollbook.hub.server.StatusSource;

/** The server that people run, and an app that reads from it and throws away what it is sent. */
final class ServedApi implements AutoCloseable {
  private static final Pattern NEXT = Pattern.compile("\"rel\":\"next\",\"uri\":\"([^\"]+)\"");

  private final RollbookServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String token;
  private final byte[] part = new byte[1 << 16];

  ServedApi(DataApi api, String token) {
    this.server = RollbookServer.start(ServerSettings.onThisMachine(0), new NoStatus(), api);
    this.token = token;
  }

  /**
   * A page that was read.
   *
   * @param next where the list goes on
   */
  record Page(long bytes, Optional<String> next) {}

  /** Reads a list to its end; returns how many bytes it has. */
  long walk(String path) throws IOException, InterruptedException {
    long bytes = 0;
    for (Optional<String> next = Optional.of(path); next.isPresent(); ) {
      Page page = page(next.get());
      bytes += page.bytes();
      next = page.next();
    }
    return bytes;
  }

  Page page(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    var response = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IllegalStateException(path + " was answered with " + response.statusCode());
      }
      return read(body);
    }
  }

  /** Links are the last thing in a body: the one part that is looked at. */
  private Page read(InputStream body) throws IOException {
    long bytes = 0;
    String end = "";
    for (int read = body.readNBytes(part, 0, part.length);
        read > 0;
        read = body.readNBytes(part, 0, part.length)) {
      bytes += read;
      int from = Math.max(read - 500, 0);
      String here = new String(part, from, read - from, UTF_8);
      end = read < 500 ? end + here : here;
    }
    var link = NEXT.matcher(end);
    return new Page(bytes, link.find() ? Optional.of(link.group(1)) : Optional.empty());
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }

  /** The server has pages too, which nobody looks at here. */
  private static final class NoStatus implements StatusSource {
    @Override
    public boolean databaseAnswers() {
      return true;
    }

    @Override
    public Status status() {
      throw new IllegalStateException("nobody looks at it");
    }
  }
}
