package org.rollbook.emulator.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.Refused;
import tools.jackson.databind.node.ObjectNode;

/**
 * The service account whose assertions the token endpoint accepts, with its key.
 *
 * @param projectId the Cloud project it is of
 * @param clientEmail its address, the assertion's {@code iss}
 * @param clientId the number that a domain administrator delegates to
 */
public record ServiceAccountKey(
    String projectId, String clientEmail, String clientId, String keyId, KeyPair pair) {
  private static final int BITS = 2048;
  private static final String HEAD = "-----BEGIN PRIVATE KEY-----\n";
  private static final String FOOT = "\n-----END PRIVATE KEY-----\n";

  /** A new key for the emulator's service account. */
  public static ServiceAccountKey make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return of("rollbook-emulator", generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java has no RSA", impossible);
    }
  }

  private static ServiceAccountKey of(String project, KeyPair pair) {
    int print = pair.getPublic().hashCode();
    return new ServiceAccountKey(
        project,
        "roster-sync@" + project + ".iam.gserviceaccount.com",
        "100000000000000000001",
        "%08x".formatted(print),
        pair);
  }

  /**
   * Reads a key file in Google's format.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static ServiceAccountKey read(String keyFile) {
    try {
      return readJson(keyFile);
    } catch (Refused notJson) {
      throw new IllegalArgumentException("The service account key is no JSON object", notJson);
    }
  }

  private static ServiceAccountKey readJson(String keyFile) {
    ObjectNode json = Json.parse(keyFile.getBytes(StandardCharsets.UTF_8));
    Fields fields = new Fields("key", json);
    String pem = need(fields, "private_key");
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      PrivateKey secret =
          factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
      if (!(secret instanceof RSAPrivateCrtKey rsa)) {
        throw new IllegalArgumentException("The service account key has no RSA key");
      }
      PublicKey open =
          factory.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
      return new ServiceAccountKey(
          need(fields, "project_id"),
          need(fields, "client_email"),
          need(fields, "client_id"),
          need(fields, "private_key_id"),
          new KeyPair(open, secret));
    } catch (GeneralSecurityException unreadable) {
      throw new IllegalArgumentException("The service account key cannot be read", unreadable);
    }
  }

  private static String need(Fields fields, String name) {
    return fields
        .text(name)
        .orElseThrow(() -> new IllegalArgumentException("The service account key has no " + name));
  }

  /** The key file in Google's format, pointing at this token endpoint. */
  public String json(String tokenUri) {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    ObjectNode json = Json.object();
    json.put("type", "service_account").put("project_id", projectId);
    json.put("private_key_id", keyId).put("private_key", HEAD + base64 + FOOT);
    json.put("client_email", clientEmail).put("client_id", clientId);
    json.put("auth_uri", "https://accounts.google.com/o/oauth2/auth").put("token_uri", tokenUri);
    json.put("universe_domain", "googleapis.com");
    return new String(Json.bytes(json), StandardCharsets.UTF_8);
  }

  /** Whether the signature over the text was made with this key (RS256). */
  boolean signed(String text, byte[] signature) {
    try {
      Signature check = Signature.getInstance("SHA256withRSA");
      check.initVerify(pair.getPublic());
      check.update(text.getBytes(StandardCharsets.US_ASCII));
      return check.verify(signature);
    } catch (GeneralSecurityException damaged) {
      return false;
    }
  }
}
