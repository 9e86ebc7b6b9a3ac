package org.rollbook.learn.clever;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rollbook.sources.cleverapi.CleverSettings.Patience;

/**
 * Where Clever is, or a hub in its place, and as whom the app comes there. Nothing else decides
 * which of the two it is.
 *
 * @param baseUrl where people sign in: {@code https://clever.com}, or the hub
 * @param apiUrl where data is read, without the version: {@code https://api.clever.com}, or the hub
 * @param signIn the app with which people sign in
 * @param rostering the app with which classes are read, where Clever knows it as another one
 *     (Clever gives some products one for each); absent when it is the same
 * @param pageSize how many records a call asks for, 1 to 10,000
 * @param waiting how patient a call is for which a person waits
 * @param reading how patient a call of a sync is
 */
public record CleverConnection(
    URI baseUrl,
    URI apiUrl,
    App signIn,
    Optional<App> rostering,
    int pageSize,
    Patience waiting,
    Patience reading) {
  /** Somebody looks at an empty page meanwhile: not long, and not often. */
  private static final Patience FOR_PEOPLE =
      new Patience(
          Duration.ofSeconds(10), 3, Duration.ofMillis(200), Duration.ofSeconds(5), 1, 1_200);

  /** More than any teacher's students: what one teacher needs comes in one page. */
  private static final int PAGE = 1_000;

  /**
   * What Clever knows an app by.
   *
   * @param secret never shown by {@link #toString}
   */
  public record App(String clientId, String secret) {
    @Override
    public String toString() {
      return "App[" + clientId + "]";
    }
  }

  /** One app for both, and the usual patience. */
  public static CleverConnection of(URI baseUrl, URI apiUrl, String clientId, String clientSecret) {
    return new CleverConnection(
        baseUrl,
        apiUrl,
        new App(clientId, clientSecret),
        Optional.empty(),
        PAGE,
        FOR_PEOPLE,
        Patience.USUAL);
  }

  /** Classes are read as another app. */
  public CleverConnection withRostering(String clientId, String clientSecret) {
    var other = Optional.of(new App(clientId, clientSecret));
    return new CleverConnection(baseUrl, apiUrl, signIn, other, pageSize, waiting, reading);
  }

  /** Another patience, in both cases. */
  public CleverConnection withPatience(Patience both) {
    return new CleverConnection(baseUrl, apiUrl, signIn, rostering, pageSize, both, both);
  }

  /** Another size of pages. */
  public CleverConnection withPageSize(int records) {
    return new CleverConnection(baseUrl, apiUrl, signIn, rostering, records, waiting, reading);
  }
}
