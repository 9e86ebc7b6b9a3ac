package org.rollbook.hub.node;

import java.net.URI;
import java.util.Optional;

/**
 * What {@code rollbook.yml} says of the learning app.
 *
 * @param publicUrl how browsers reach it
 * @param supportContact whom its pages name when something is wrong
 * @param clever the Clever that it works with; absent when that is this installation
 */
public record LearnSetup(
    Optional<URI> publicUrl, Optional<String> supportContact, Optional<Clever> clever) {
  /**
   * Where Clever is, or what stands in its place.
   *
   * @param baseUrl where people sign in
   * @param apiUrl where rosters are read
   * @param signIn the app that people sign in to
   * @param rostering the app that reads rosters, where it is another one
   */
  public record Clever(URI baseUrl, URI apiUrl, App signIn, Optional<App> rostering) {
    static final URI BASE = URI.create("https://clever.com");
    static final URI API = URI.create("https://api.clever.com");
  }

  /**
   * What an app is known by.
   *
   * @param secret never shown by {@link #toString}
   */
  public record App(String clientId, String secret) {
    @Override
    public String toString() {
      return "App[" + clientId + "]";
    }
  }
}
