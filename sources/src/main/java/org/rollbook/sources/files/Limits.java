package org.rollbook.sources.files;

/**
 * How much one delivery may hold before it is refused. Sizes are counted on the bytes that come
 * out, never read from a header.
 *
 * @param entries files and folders in the delivery
 * @param fileBytes bytes of one file, unpacked
 * @param totalBytes bytes of all files together, unpacked
 * @param ratio unpacked bytes for each packed byte of one file of a zip; counted from 1 MiB on, for
 *     small files repeat themselves honestly
 */
public record Limits(int entries, long fileBytes, long totalBytes, int ratio) {
  static final long RATIO_COUNTS_FROM = 1L << 20;

  /**
   * Room for the largest districts: two million enrolments are about 60 MB and pack 5 to 30 times;
   * a million students as Clever's API writes them are about 1.3 GB.
   */
  public static final Limits DEFAULT = new Limits(1_000, 2L << 30, 5L << 30, 200);

  public Limits {
    if (entries < 1 || fileBytes < 1 || totalBytes < 1 || ratio < 1) {
      throw new IllegalArgumentException("a limit is less than 1");
    }
  }
}
