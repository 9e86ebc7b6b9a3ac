package org.rollbook.app.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.rollbook.hub.node.Node;
import org.rollbook.web.proxies.Network;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether people and apps reach the server, and it knows who they are. */
final class SigningIn {
  private static final String WHAT = "public address";
  private static final String PROXIES = "proxies";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Node node;

  SigningIn(Node node) {
    this.node = node;
  }

  /**
   * @param needed whether there is anybody who would sign in
   */
  List<Finding> findings(boolean needed) throws InterruptedException {
    var findings = new ArrayList<Finding>();
    Optional<URI> url;
    try {
      url = node.publicUrl();
    } catch (RuntimeException e) {
      // All of the file's settings are as unreadable, and one finding says why.
      return List.of(Finding.unusable(WHAT, e));
    }
    if (url.isPresent()) {
      findings.add(address(url.get()));
    } else if (needed) {
      findings.add(
          Finding.bad(
              WHAT,
              "none: only browsers on this machine can sign in",
              "Set public-url in rollbook.yml to how they reach it: https://rollbook.example.org"));
    }
    findings.add(Finding.of(PROXIES, () -> proxies(url)));
    return findings;
  }

  private static Finding address(URI url) throws InterruptedException {
    if (Address.isOpen(url)) {
      return Finding.bad(
          WHAT,
          url.toString(),
          "Passwords would be sent in the clear. Put a TLS proxy before the server and let"
              + " public-url begin with https.");
    }
    return answer(url)
        .map(missing -> Finding.bad(WHAT, url.toString(), missing))
        .orElseGet(() -> Finding.good(WHAT, url + ", and the server answers there"));
  }

  /** Asks what every app of OpenID asks first: the answer names whom it is from. */
  private static Optional<String> answer(URI url) throws InterruptedException {
    var place = url.resolve("/.well-known/openid-configuration");
    var request = HttpRequest.newBuilder(place).timeout(PATIENCE).build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = client.send(request, BodyHandlers.ofString());
      var issuer = JsonMapper.shared().readTree(answer.body()).path("issuer").asString("");
      return issuer.equals(url.toString())
          ? Optional.empty()
          : Optional.of("Another server answers there: look where your proxy sends it.");
    } catch (JacksonException e) {
      return Optional.of("Something else answers there: look where your proxy sends it.");
    } catch (IOException e) {
      return Optional.of(
          "Nothing answers there: %s. Start the server: rollbook serve. If it runs, look at your"
                  .formatted(why(e))
              + " proxy and at public-url in rollbook.yml.");
    }
  }

  /** The JDK's client has no words for some of these. */
  private static String why(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "nobody knows the host";
      }
    }
    return switch (e) {
      case HttpTimeoutException _ -> "no answer within %d s".formatted(PATIENCE.toSeconds());
      case ConnectException _ -> "connection refused";
      case SSLException _ -> "its certificate is not trusted here, or it speaks no TLS";
      default -> e.getClass().getSimpleName();
    };
  }

  private Finding proxies(Optional<URI> url) {
    var trusted = node.trustedProxies();
    if (trusted.networks().stream().anyMatch(network -> network.prefix() == 0)) {
      return Finding.bad(
          PROXIES,
          "everybody is trusted",
          "Anybody can write another's address then: name only your own proxies.");
    }
    if (trusted.networks().isEmpty()) {
      return url.filter(Address::isBehindProxy).isPresent()
          ? Finding.bad(
              PROXIES,
              "none is trusted, and a TLS proxy stands before the server",
              "Everybody has its address, and is slowed down when one guesses passwords: name it"
                  + " in trusted-proxies in rollbook.yml.")
          : Finding.good(PROXIES, "none");
    }
    var networks = trusted.networks().stream().map(Network::toString).toList();
    return Finding.good(
        PROXIES, "%s, by %s".formatted(String.join(", ", networks), trusted.header().word()));
  }
}
