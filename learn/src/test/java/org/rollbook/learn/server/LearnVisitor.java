package org.rollbook.learn.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rollbook.learn.clever.StandInDistrict;

/**
 * A browser with its own cookies. It follows no redirect by itself ({@link #follow} does), and it
 * sends the hidden token of the page that it saw last along with forms, as browsers do.
 */
public final class LearnVisitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final LearnHouse house;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String token = "";

  LearnVisitor(LearnHouse house) {
    this.house = house;
  }

  /** Asks for a path of the app, or any other address. */
  public HttpResponse<String> get(String address, String... headers) {
    var request = HttpRequest.newBuilder(house.root().resolve(address)).GET();
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  /** Sends a form, with the token of the page that was seen last unless the form brings its own. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    var fields = new TreeMap<String, String>(form);
    fields.putIfAbsent("_csrf", token);
    return send(
        HttpRequest.newBuilder(house.root().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields)))
            .build());
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field ->
            URLEncoder.encode(field.getKey(), UTF_8)
                + "="
                + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Goes where redirects lead, at most ten steps, to Clever and back. */
  public HttpResponse<String> follow(HttpResponse<String> response) {
    HttpResponse<String> here = response;
    for (int step = 0; step < 10 && here.statusCode() / 100 == 3; step++) {
      here = get(location(here));
    }
    return here;
  }

  /** Asks, and goes where redirects lead. */
  public HttpResponse<String> open(String address) {
    return follow(get(address));
  }

  /** Where a redirect leads, as a whole address. */
  public static String location(HttpResponse<String> response) {
    return response
        .uri()
        .resolve(response.headers().firstValue("Location").orElseThrow())
        .toString();
  }

  /** Signs in at Clever as somebody, from the button on. */
  public HttpResponse<String> signIn(StandInDistrict district, String user) {
    house.clever().atTheScreen(district, user);
    HttpResponse<String> page = open("/sign-in/clever");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/classes");
    return page;
  }

  /** The cookies that the browser holds. */
  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      var found = TOKEN.matcher(response.body());
      if (found.find()) {
        token = found.group(1);
      }
      return response;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}
