package org.rollbook.app.schoolday;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;

/**
 * A page with buttons for what happens at the schools. A server of its own, for this machine only:
 * nothing of it is in the servers for real use.
 */
public final class SchoolDayPage implements AutoCloseable {
  private static final int MOST_BYTES = 1_000;
  private static final String CONTENT =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private final HttpServer server;
  private final List<SchoolDayButton> buttons;
  private final SchoolDayHtml html;
  private final List<SchoolDayHtml.Happened> happened = new ArrayList<>();

  /** Other sites cannot know it: only our own page can press a button. */
  private final String token = HexFormat.of().formatHex(random());

  private SchoolDayPage(HttpServer server, List<SchoolDayButton> buttons, SchoolDayHtml html) {
    this.server = server;
    this.buttons = List.copyOf(buttons);
    this.html = html;
  }

  /**
   * Starts the page on a free port.
   *
   * @param notes what to know before a button is pressed: addresses, sign-ins
   */
  public static SchoolDayPage start(List<SchoolDayButton> buttons, List<SchoolDayNote> notes)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(address, 0);
    var page = new SchoolDayPage(server, buttons, new SchoolDayHtml(notes));
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

  private synchronized void page(HttpExchange exchange) throws IOException {
    send(exchange, 200, "text/html", html.page(buttons, happened, token).getBytes(UTF_8));
  }

  /** One thing after the other: a roster is one. */
  private synchronized void play(HttpExchange exchange) throws IOException {
    var form = new String(exchange.getRequestBody().readNBytes(MOST_BYTES), UTF_8);
    for (int i = 0; i < buttons.size(); i++) {
      if (form.equals("token=" + token + "&button=" + i)) {
        press(buttons.get(i));
        exchange.getResponseHeaders().set("Location", "/");
        exchange.sendResponseHeaders(303, -1);
        return;
      }
    }
    send(exchange, 403, "text/plain", "Load the page again and press anew.".getBytes(UTF_8));
  }

  private void press(SchoolDayButton button) {
    var label = button.label().get();
    try {
      happened.addFirst(new SchoolDayHtml.Happened(label, button.action().call()));
    } catch (Exception e) {
      // Whatever it was, the page stays, and says so.
      happened.addFirst(new SchoolDayHtml.Happened(label, List.of("It did not work: " + e)));
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
    }
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
    server.stop(0);
  }
}
