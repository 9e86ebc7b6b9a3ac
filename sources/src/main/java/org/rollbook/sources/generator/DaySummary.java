package org.rollbook.sources.generator;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened in a district on one day: all of it, so that the day's files differ from the day
 * before's by exactly these moves.
 *
 * @param day counted from 0
 * @param date a weekday
 * @param moves in the order they happened
 */
public record DaySummary(int day, LocalDate date, List<Move> moves) {
  public DaySummary {
    moves = List.copyOf(moves);
  }

  /** The day's story, one sentence for each move. */
  public List<String> sentences() {
    return moves.stream().map(Move::sentence).toList();
  }
}
