package org.rollbook.sync.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets before they are stored (AES-256-GCM, a new nonce each time), bound to a context so
 * that a sealed secret moved to another row does not open.
 */
public final class SecretBox {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  /**
   * @param key 32 bytes, kept outside the database
   */
  public SecretBox(byte[] key, SecureRandom random) {
    if (key.length != 32) {
      throw new IllegalArgumentException("the node's key has " + key.length + " bytes, not 32");
    }
    this.key = new SecretKeySpec(key, "AES");
    this.random = random;
  }

  /**
   * Seals {@code secret}.
   *
   * @param context what it is of; it opens for nothing else
   */
  public byte[] seal(String secret, String context) {
    try {
      var nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(secret.getBytes(UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do AES-GCM", e);
    }
  }

  /**
   * The secret that was sealed for {@code context}.
   *
   * @throws IllegalStateException when it was sealed with another key or for something else
   */
  public String open(byte[] sealed, String context) {
    try {
      var buffer = ByteBuffer.wrap(sealed);
      var nonce = new byte[NONCE_BYTES];
      buffer.get(nonce);
      var rest = new byte[buffer.remaining()];
      buffer.get(rest);
      return new String(cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(rest), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The stored credentials of "
              + context
              + " do not open with this node's key. Use the home directory in which the connection"
              + " was made (its secret.key), or connect again.",
          e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(UTF_8));
    return cipher;
  }
}
