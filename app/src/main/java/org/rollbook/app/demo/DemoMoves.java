package org.rollbook.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Words;
import org.rollbook.sources.generator.Move;

/** Tells some of a day's moves, of every kind one before a second of any. */
final class DemoMoves {
  private static final int TOLD = 8;

  private final Console console;

  DemoMoves(Console console) {
    this.console = console;
  }

  void tell(List<Move> moves) {
    var told = chosen(moves);
    told.forEach(move -> Wrapped.print(console, "    - ", move.sentence()));
    if (moves.size() > told.size()) {
      console.line("    … and %s more.", Words.number(moves.size() - told.size()));
    }
  }

  private static List<Move> chosen(List<Move> moves) {
    var byKind = new LinkedHashMap<Class<?>, List<Move>>();
    moves.forEach(
        move -> byKind.computeIfAbsent(move.getClass(), kind -> new ArrayList<>()).add(move));
    var chosen = new ArrayList<Move>();
    for (int round = 0; chosen.size() < Math.min(TOLD, moves.size()); round++) {
      for (var kind : byKind.values()) {
        if (round < kind.size() && chosen.size() < TOLD) {
          chosen.add(kind.get(round));
        }
      }
    }
    return chosen;
  }
}
