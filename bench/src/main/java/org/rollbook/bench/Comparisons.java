package org.rollbook.bench;

import java.util.List;

/** Puts raw {@code COPY} beside the figures that have no bound of their own. */
final class Comparisons {
  private static final List<String> BOUNDS = List.of(Figure.PARSE, Figure.COPY);

  private Comparisons() {}

  static List<Figure> complete(List<Figure> figures) {
    Figure copy =
        figures.stream().filter(f -> f.name().equals(Figure.COPY)).findFirst().orElseThrow();
    return figures.stream().map(figure -> complete(figure, copy)).toList();
  }

  private static Figure complete(Figure figure, Figure copy) {
    boolean alone = figure.bound().isEmpty() && !BOUNDS.contains(figure.name());
    return alone ? figure.against(copy) : figure;
  }
}
