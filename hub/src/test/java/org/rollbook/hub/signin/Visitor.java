package org.rollbook.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rollbook.registry.sharing.Registered;

/**
 * A browser with its own cookies, which follows no redirect by itself; and an app's back office.
 */
final class Visitor {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final URI root;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String forwardedFor = "";

  Visitor(URI root) {
    this.root = root;
  }

  /** From now on its requests say that they were passed on for these addresses. */
  Visitor forwardedFor(String addresses) {
    forwardedFor = addresses;
    return this;
  }

  HttpResponse<String> get(String address, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(root.resolve(address));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)));
    if (!forwardedFor.isEmpty()) {
      request.header("X-Forwarded-For", forwardedFor);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The sign-in page that {@code address} leads to, filled in and sent. */
  HttpResponse<String> signIn(String address, String district, String login, String password)
      throws IOException, InterruptedException {
    var page = get(address);
    if (page.statusCode() == 302) {
      page = get(location(page));
    }
    if (page.body().contains("<select")) {
      page = get(root.resolve("/signin?district=" + district + "&to=" + to(page)).toString());
    }
    var form = hidden(page.body());
    form.put("login", login);
    form.put("password", password);
    return post("/signin", form);
  }

  private static String to(HttpResponse<String> page) {
    return URLEncoder.encode(hidden(page.body()).getOrDefault("to", ""), UTF_8);
  }

  /** Signs in on the way to {@code address} and goes on, to where the app wants people back. */
  URI signInTo(String address, String district, String login, String password)
      throws IOException, InterruptedException {
    var signedIn = signIn(address, district, login, password);
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
    return URI.create(location(get(onward(signedIn.body()))));
  }

  static Map<String, String> hidden(String html) {
    var found = new LinkedHashMap<String, String>();
    HIDDEN
        .matcher(html)
        .results()
        .forEach(field -> found.put(field.group(1), field.group(2).replace("&amp;", "&")));
    return found;
  }

  static String onward(String html) {
    var refresh = Pattern.compile("content=\"0;url=([^\"]+)\"").matcher(html);
    assertThat(refresh.find()).as(html).isTrue();
    return refresh.group(1).replace("&amp;", "&");
  }

  static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
    return response.headers().firstValue("Location").orElseThrow();
  }

  static Map<String, String> query(URI address) {
    var found = new HashMap<String, String>();
    for (var field : Optional.ofNullable(address.getRawQuery()).orElse("").split("&", -1)) {
      int at = field.indexOf('=');
      if (at > 0) {
        found.put(field.substring(0, at), URLDecoder.decode(field.substring(at + 1), UTF_8));
      }
    }
    return found;
  }

  Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  void setCookie(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(root, cookie);
  }

  /** As Clever's clients ask: JSON. */
  HttpResponse<String> tokens(Registered app, String code, String redirect)
      throws IOException, InterruptedException {
    return tokens(app.app().clientId(), app.clientSecret(), code, redirect);
  }

  HttpResponse<String> tokens(String id, String secret, String code, String redirect)
      throws IOException, InterruptedException {
    return client.send(
        tokenRequest(id, secret)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"code\":\"%s\",\"grant_type\":\"authorization_code\",\"redirect_uri\":\"%s\"}"
                        .formatted(code, redirect)))
            .build(),
        BodyHandlers.ofString());
  }

  /** As OAuth has it: a form. */
  HttpResponse<String> tokensByForm(Registered app, Map<String, String> form)
      throws IOException, InterruptedException {
    return client.send(
        tokenRequest(app.app().clientId(), app.clientSecret())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder tokenRequest(String id, String secret) {
    return HttpRequest.newBuilder(root.resolve("/oauth/tokens"))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8)));
  }

  String authorize(Registered app, String redirect, Map<String, String> more) {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", app.app().clientId());
    query.put("redirect_uri", redirect);
    query.putAll(more);
    return "/oauth/authorize?" + encoded(query);
  }
}
