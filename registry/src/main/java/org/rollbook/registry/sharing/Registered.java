package org.rollbook.registry.sharing;

/**
 * An app just registered.
 *
 * @param clientSecret shown this once: only its digest is kept
 */
public record Registered(App app, String clientSecret) {
  /** Without the secret: it must reach no log. */
  @Override
  public String toString() {
    return "Registered[app=" + app + "]";
  }
}
