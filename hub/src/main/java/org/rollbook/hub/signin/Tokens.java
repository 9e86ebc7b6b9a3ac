package org.rollbook.hub.signin;

import java.security.SecureRandom;
import java.util.Base64;
import org.rollbook.registry.sharing.Digest;

/** Values that only their holder knows, and the digests by which we know them again. */
final class Tokens {
  private static final int BYTES = 32;

  private final SecureRandom random;

  Tokens(SecureRandom random) {
    this.random = random;
  }

  /** 256 random bits: guessing is hopeless, so that a plain digest of it may be stored. */
  String fresh() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] digest(String token) {
    return Digest.sha256(token);
  }
}
