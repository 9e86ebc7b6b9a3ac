package org.rollbook.sources.clever;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids for what the files describe and do not name. */
final class ContentId {
  private static final int BYTES = 12;

  private ContentId() {}

  /** The same id for the same content, in every snapshot and on every machine: 24 hex digits. */
  static String of(String kind, String... content) {
    String all = kind + '\0' + String.join("\0", content);
    byte[] digest = sha256().digest(all.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
