package org.rollbook.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A teacher who walks through the pages without a browser: the demo that ends by itself has none.
 */
final class DemoTeacher implements AutoCloseable {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern ONWARD = Pattern.compile("content=\"0;url=([^\"]+)\"");
  private static final Pattern RESULT =
      Pattern.compile("Your classes are imported: ([^<]+)\\.</strong>");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();
  private final URI learn;

  DemoTeacher(URI learn) {
    this.learn = learn;
  }

  /** From the learning app to the hub's sign-in page, and back with a name and a password. */
  void signIn(String email, String password) throws IOException, InterruptedException {
    var form = get(learn.resolve("/sign-in/clever"));
    var fields = hidden(form.body());
    fields.put("login", email);
    fields.put("password", password);
    var entered = post(form.uri().resolve("/signin"), fields);
    var onward = ONWARD.matcher(entered.body());
    if (!onward.find()) {
      throw new IllegalStateException("the hub did not sign the teacher in: " + entered.uri());
    }
    get(entered.uri().resolve(onward.group(1).replace("&amp;", "&")));
  }

  /**
   * Import & Sync with Clever, to its end.
   *
   * @return what came of it: {@code 5 classes created}
   */
  String importClasses() throws IOException, InterruptedException {
    var confirm = get(learn.resolve("/classes/import"));
    var run = post(learn.resolve("/classes/import"), hidden(confirm.body()));
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var result = RESULT.matcher(run.body());
      if (result.find()) {
        return result.group(1);
      }
      Thread.sleep(Duration.ofMillis(100));
      run = get(run.uri());
    }
    throw new IllegalStateException("the import did not end well: " + run.uri());
  }

  private static Map<String, String> hidden(String page) {
    var fields = new LinkedHashMap<String, String>();
    var found = HIDDEN.matcher(page);
    while (found.find()) {
      fields.putIfAbsent(found.group(1), found.group(2).replace("&amp;", "&"));
    }
    return fields;
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(URI address, Map<String, String> fields)
      throws IOException, InterruptedException {
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    return browser.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    browser.close();
  }
}
