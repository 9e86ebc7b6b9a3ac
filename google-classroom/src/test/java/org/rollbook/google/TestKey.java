package org.rollbook.google;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A service account's key file, made for the tests. */
final class TestKey {
  private static final String PRIVATE_KEY = make();

  private TestKey() {}

  private static String make() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return Base64.getEncoder()
          .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String privateKey() {
    return PRIVATE_KEY;
  }

  static String json(URI tokenUri) {
    return """
    {"type":"service_account","project_id":"rollbook-test","private_key_id":"0123abcd",
     "private_key":"-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
     "client_email":"rollbook@rollbook-test.iam.gserviceaccount.com","client_id":"1234567890",
     "token_uri":"%s"}
    """
        .formatted(PRIVATE_KEY, tokenUri);
  }
}
