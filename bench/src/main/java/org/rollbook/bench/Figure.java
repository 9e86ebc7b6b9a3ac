package org.rollbook.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param seconds the median of the rounds
 * @param processorSeconds the median of what this process' threads worked; the database works in
 *     processes of its own
 * @param rounds the seconds of each round, in their order
 * @param rows what it handled: rows of the files, operations of the plan, or records and events of
 *     an app
 * @param bound the name of the figure that it is compared with, empty text when there is none
 * @param ratio how many times the bound it took, 0 when there is none; the median of the rounds'
 *     own ratios where both were measured in turns
 */
record Figure(
    String name,
    double seconds,
    double processorSeconds,
    List<Double> rounds,
    long rows,
    long rowsPerSecond,
    String bound,
    double ratio) {
  static final String PARSE = "plain parse";
  static final String COPY = "raw COPY";
  static final String FIRST_IMPORT = "first import";
  static final String UNCHANGED_IMPORT = "unchanged import";
  static final String REORDERED_IMPORT = "same rows in other bytes";
  static final String CHANGED_IMPORT = "import, 1 % changed";
  static final String FIRST_PLAN = "first plan";
  static final String FIRST_RUN = "first run";
  static final String UNCHANGED_PLAN = "unchanged plan";
  static final String CHANGED_PLAN = "plan after 1 % change";
  static final String FIRST_PUBLICATION = "first publication";
  static final String CHANGED_PUBLICATION = "publication, 1 % changed";
  static final String EMPTY_PUBLICATION = "publication of nothing";
  static final String USERS_READ = "users, plain read";
  static final String USERS_SERVED = "users over HTTP";
  static final String SECTIONS_READ = "sections, plain read";
  static final String SECTIONS_SERVED = "sections over HTTP";
  static final String FIRST_PAGE = "first page of 100 users";
  static final String LAST_PAGE = "last page of 100 users";

  Figure {
    rounds = List.copyOf(rounds);
  }

  static Figure of(String name, Rounds measured) {
    double seconds = measured.median();
    return new Figure(
        name,
        seconds,
        measured.medianProcessor(),
        measured.seconds(),
        measured.rows(),
        seconds == 0 ? 0 : Math.round(measured.rows() / seconds),
        "",
        0);
  }

  /** The same figure, compared with a bound that was measured at another time. */
  Figure against(Figure other) {
    return compared(other, other.seconds == 0 ? 0 : seconds / other.seconds);
  }

  /**
   * The same figure, compared with a bound that was measured in turns with it: the median of the
   * rounds' ratios, since a machine that is slow for a while is so for both.
   */
  Figure inTurnsWith(Figure other) {
    if (rounds.size() != other.rounds.size()) {
      throw new IllegalArgumentException(
          "%s has %d rounds, and %s %d"
              .formatted(name, rounds.size(), other.name, other.rounds.size()));
    }
    return compared(
        other,
        Rounds.median(
            IntStream.range(0, rounds.size())
                .mapToObj(round -> rounds.get(round) / other.rounds.get(round))
                .toList()));
  }

  private Figure compared(Figure other, double times) {
    return new Figure(
        name, seconds, processorSeconds, rounds, rows, rowsPerSecond, other.name, times);
  }
}
