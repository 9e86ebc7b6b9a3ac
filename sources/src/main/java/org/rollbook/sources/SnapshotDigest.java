package org.rollbook.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rollbook.sources.files.RosterFiles;
import org.rollbook.sources.files.UnsafeFileException;

/** How going over the bytes of a snapshot's files ended, before any row of them is read. */
public sealed interface SnapshotDigest {
  /**
   * Every byte was seen.
   *
   * @param hex equal digests mean equal snapshots; 32 bytes, lower-case hex
   */
  record Whole(String hex) implements SnapshotDigest {}

  /** A file turned out damaged or too large: nothing of the snapshot may be used (H3). */
  record Refused(List<Finding> findings) implements SnapshotDigest {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /**
   * SHA-256 over, for each of the files that are there, the name that the format has for it, a zero
   * byte and the SHA-256 of its bytes: a folder and its zip have one digest.
   *
   * @param names the files that the format reads, in the order of reading
   */
  static SnapshotDigest of(RosterFiles files, List<String> names) throws IOException {
    MessageDigest all = sha256();
    var faults = new ArrayList<Finding>();
    for (String name : names) {
      Optional<String> written = files.find(name);
      if (written.isPresent()) {
        all.update(name.getBytes(StandardCharsets.UTF_8));
        all.update((byte) 0);
        try {
          all.update(ofFile(files, written.get()));
        } catch (UnsafeFileException unsafe) {
          // The others are looked at all the same: whoever packs them again learns of all at once.
          faults.add(unsafe.refusal().finding());
        }
      }
    }
    return faults.isEmpty()
        ? new Whole(HexFormat.of().formatHex(all.digest()))
        : new Refused(faults);
  }

  private static byte[] ofFile(RosterFiles files, String name) throws IOException {
    MessageDigest one = sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = files.open(name)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        one.update(buffer, 0, read);
      }
    }
    return one.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
