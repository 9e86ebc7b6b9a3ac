package org.rollbook.hub.signin;

import java.net.URI;

/**
 * A district's own OpenID provider: Google, Microsoft or any other.
 *
 * @param name what the button says, for example Google
 * @param issuer as its discovery document names it; https, but for this machine
 * @param clientId as registered there, with {@link Providers#returnAddress} to come back to
 * @param clientSecret as registered there; stored sealed
 * @param ownDirectory that only the district makes accounts and addresses there, so that an e-mail
 *     counts as verified even if the provider does not say {@code email_verified}, as Microsoft's
 *     does not. Never for a provider where anybody can make an account.
 */
public record NewProvider(
    String name, URI issuer, String clientId, String clientSecret, boolean ownDirectory) {
  public NewProvider {
    boolean here = "localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost());
    if (!"https".equals(issuer.getScheme()) && !(here && "http".equals(issuer.getScheme()))) {
      throw new IllegalArgumentException(
          "The issuer '%s' is not an https address: its answers could be forged on the way."
              .formatted(issuer));
    }
    if (name.isBlank() || clientId.isBlank() || clientSecret.isBlank()) {
      throw new IllegalArgumentException(
          "A provider needs a name, a client id and a client secret.");
    }
  }

  /** Without the secret: it must reach no log. */
  @Override
  public String toString() {
    return "NewProvider[" + name + ", " + issuer + ", " + clientId + "]";
  }
}
