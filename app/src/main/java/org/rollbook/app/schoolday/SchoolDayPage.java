package org.rollbook.app.schoolday;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A page with buttons for what happens at the schools. A server of its own, for this machine only:
 * nothing of it is in the servers for real use.
 */
public final class SchoolDayPage implements AutoCloseable {
  private static final int MOST_BYTES = 1_000;
  private static final Pattern PRESSED =
      Pattern.compile("token=(?<token>\\w+)&after=(?<after>\\d{1,9})&button=(?<button>\\d{1,3})");
  private static final String CONTENT =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private final HttpServer server;
  private final SchoolDay day;
  private final SchoolDayHtml html;

  /** Other sites cannot know it: only our own page can press a button. */
  private final String token = HexFormat.of().formatHex(random());

  private SchoolDayPage(HttpServer server, SchoolDay day, SchoolDayHtml html) {
    this.server = server;
    this.day = day;
    this.html = html;
  }

  /**
   * Starts the page on a free port.
   *
   * @param notes what to know before a button is pressed: addresses, sign-ins
   * @param log is told what went wrong; the page says only that something did
   */
  public static SchoolDayPage start(
      List<SchoolDayButton> buttons, List<SchoolDayNote> notes, Consumer<Exception> log)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(address, 0);
    var page = new SchoolDayPage(server, new SchoolDay(buttons, log), new SchoolDayHtml(notes));
    server.createContext("/", page::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return page;
  }

  private static byte[] random() {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Security-Policy", CONTENT);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Cache-Control", "no-store");
      var path = exchange.getRequestURI().getPath();
      switch (exchange.getRequestMethod() + " " + path) {
        case "GET /" -> page(exchange);
        case "GET /school-day.css" -> send(exchange, 200, "text/css", style());
        case "POST /play" -> play(exchange);
        default -> send(exchange, 404, "text/plain", "There is nothing here.".getBytes(UTF_8));
      }
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    send(exchange, 200, "text/html", html.page(day.now(), token).getBytes(UTF_8));
  }

  private void play(HttpExchange exchange) throws IOException {
    var form = new String(exchange.getRequestBody().readNBytes(MOST_BYTES), UTF_8);
    var pressed = PRESSED.matcher(form);
    if (!pressed.matches() || !pressed.group("token").equals(token)) {
      send(exchange, 403, "text/plain", "Load the page again and press anew.".getBytes(UTF_8));
      return;
    }
    day.press(Integer.parseInt(pressed.group("button")), Integer.parseInt(pressed.group("after")));
    exchange.getResponseHeaders().set("Location", "/");
    exchange.sendResponseHeaders(303, -1);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] style() {
    try (var css = SchoolDayPage.class.getResourceAsStream("school-day.css")) {
      return Objects.requireNonNull(css, "school-day.css").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    day.end();
    server.stop(0);
  }
}
