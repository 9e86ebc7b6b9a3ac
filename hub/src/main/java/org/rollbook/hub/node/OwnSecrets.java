package org.rollbook.hub.node;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rollbook.registry.sharing.NewApp;

/** Secrets of the apps that an installation runs itself, made from the node's key. */
final class OwnSecrets {
  private final byte[] nodeKey;

  OwnSecrets(byte[] nodeKey) {
    this.nodeKey = nodeKey.clone();
  }

  String of(NewApp app) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(nodeKey, "HmacSHA256"));
      byte[] bytes =
          mac.doFinal(("rollbook app secret " + app.name()).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
