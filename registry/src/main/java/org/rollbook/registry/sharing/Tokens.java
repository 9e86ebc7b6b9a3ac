package org.rollbook.registry.sharing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the tokens of shares from the node's key, so that one can be shown again and is stored
 * nowhere. Without the key nobody can make one; with the next generation the former is void.
 */
final class Tokens {
  private final byte[] nodeKey;

  Tokens(byte[] nodeKey) {
    this.nodeKey = nodeKey.clone();
  }

  String token(int district, AppId app, int generation) {
    String of = "rollbook district token %d %d %d".formatted(district, app.number(), generation);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(nodeKey, "HmacSHA256"));
      byte[] bytes = mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
