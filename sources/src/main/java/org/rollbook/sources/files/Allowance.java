package org.rollbook.sources.files;

import java.util.HashMap;
import java.util.Map;
import org.rollbook.sources.files.FilesRefusal.Reason;

/**
 * Counts the bytes that really came out of a delivery. A file that is read again counts once, with
 * the most that ever came out of it.
 */
final class Allowance {
  private final Limits limits;
  private final Map<String, Long> most = new HashMap<>();
  private long total;

  Allowance(Limits limits) {
    this.limits = limits;
  }

  /**
   * Called as bytes of {@code file} come out.
   *
   * @param bytes out of this stream up to now
   * @param packed the bytes that the file takes in a zip, or 0 where nothing is packed
   */
  synchronized void take(String file, long bytes, long packed) throws UnsafeFileException {
    long before = most.getOrDefault(file, 0L);
    if (bytes > before) {
      most.put(file, bytes);
      total += bytes - before;
    }
    if (bytes > limits.fileBytes() || total > limits.totalBytes()) {
      throw refused(Reason.TOO_LARGE, file, "is larger than any roster");
    }
    if (packed > 0 && bytes > Limits.RATIO_COUNTS_FROM && bytes / packed >= limits.ratio()) {
      throw refused(Reason.COMPRESSION_BOMB, file, "unpacks to far more than it can honestly hold");
    }
  }

  static UnsafeFileException refused(Reason reason, String file, String fault) {
    return new UnsafeFileException(EntryNames.refusal(reason, file, fault).orElseThrow());
  }
}
