package org.rollbook.hub.signin;

import java.net.URI;
import java.time.Instant;

/**
 * What an administrator hands to a person, so that they can set a password.
 *
 * @param code to be typed, or to be had from the link; shown this once
 * @param link the same as an address
 * @param expiresAt from then on it opens nothing
 */
public record Invitation(String code, URI link, Instant expiresAt) {
  /** Without the code: it must reach no log. */
  @Override
  public String toString() {
    return "Invitation[expiresAt=" + expiresAt + "]";
  }
}
