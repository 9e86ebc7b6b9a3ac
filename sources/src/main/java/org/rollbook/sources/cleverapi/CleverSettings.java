package org.rollbook.sources.cleverapi;

import java.net.URI;
import java.time.Duration;

/**
 * Which API is asked, and how far a client goes.
 *
 * @param base where the API is, without the version: {@code https://api.clever.com} or any hub's
 * @param version which version's paths and fields
 * @param pageSize records asked for at once, 1 to {@link #LARGEST_PAGE}
 * @param mostPages pages of one listing before it counts as endless
 * @param answerBytes the largest body, unpacked; a list that is larger is asked for in smaller
 *     pages
 * @param patience how long, how often and how fast
 */
public record CleverSettings(
    URI base, ApiVersion version, int pageSize, int mostPages, int answerBytes, Patience patience) {
  /** Clever's page on paging and limits: more than this is answered with 413. */
  public static final int LARGEST_PAGE = 10_000;

  public CleverSettings {
    boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
    require(web && base.getHost() != null, "the base is no web address");
    require(
        base.getRawQuery() == null && base.getUserInfo() == null,
        "the base is more than an address");
    require(pageSize >= 1 && pageSize <= LARGEST_PAGE, "page size: from 1 to 10000");
    require(mostPages >= 1 && answerBytes >= 1, "a limit is less than 1");
  }

  /**
   * How a client waits.
   *
   * @param answer for one answer, its body included
   * @param attempts how often one call is made before it is given up
   * @param firstWait before the second attempt; doubles with each
   * @param longestWait for any one wait; told to wait longer, a client gives up
   * @param limitedWaits how often one call waits for the next window of the rate limit
   * @param perMinute calls a minute that the client does not exceed by itself
   */
  public record Patience(
      Duration answer,
      int attempts,
      Duration firstWait,
      Duration longestWait,
      int limitedWaits,
      int perMinute) {
    /** Clever allows 1,200 calls a minute for each token, in fixed windows of a minute. */
    public static final Patience USUAL =
        new Patience(
            Duration.ofSeconds(60), 6, Duration.ofMillis(500), Duration.ofSeconds(120), 10, 1_200);

    public Patience {
      require(attempts >= 1 && limitedWaits >= 0 && perMinute >= 1, "a limit is less than 1");
      require(answer.isPositive() && !firstWait.isNegative(), "a time is negative");
      require(longestWait.compareTo(firstWait) >= 0, "the longest wait is shorter than the first");
    }
  }

  /** Version 3.1, a thousand records a page, and the usual patience. */
  public static CleverSettings of(URI base) {
    return new CleverSettings(base, ApiVersion.V3_1, 1_000, 100_000, 64 << 20, Patience.USUAL);
  }

  /** Clever itself. */
  public static CleverSettings clever() {
    return of(URI.create("https://api.clever.com"));
  }

  /** Another size of pages. */
  public CleverSettings withPageSize(int newSize) {
    return new CleverSettings(base, version, newSize, mostPages, answerBytes, patience);
  }

  /** Another patience. */
  public CleverSettings withPatience(Patience newPatience) {
    return new CleverSettings(base, version, pageSize, mostPages, answerBytes, newPatience);
  }

  /** The address of a path such as {@code /schools}, without a query. */
  String address(String path) {
    String root = base.toString();
    return root.substring(0, root.length() - (root.endsWith("/") ? 1 : 0))
        + "/"
        + version.path()
        + path;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
