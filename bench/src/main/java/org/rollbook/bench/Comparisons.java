package org.rollbook.bench;

import java.util.List;
import java.util.Map;

/**
 * Puts beside publications what the import took that they follow, and raw {@code COPY} beside the
 * other figures that have no bound of their own.
 */
final class Comparisons {
  private static final List<String> BOUNDS =
      List.of(
          Figure.PARSE, Figure.COPY, Figure.USERS_READ, Figure.SECTIONS_READ, Figure.FIRST_PAGE);

  private static final Map<String, String> AFTER =
      Map.of(
          Figure.FIRST_PUBLICATION, Figure.FIRST_IMPORT,
          Figure.CHANGED_PUBLICATION, Figure.CHANGED_IMPORT,
          Figure.EMPTY_PUBLICATION, Figure.UNCHANGED_IMPORT);

  private Comparisons() {}

  static List<Figure> complete(List<Figure> figures) {
    return figures.stream()
        .map(figure -> isAlone(figure) ? figure.against(beside(figure, figures)) : figure)
        .toList();
  }

  private static boolean isAlone(Figure figure) {
    return figure.bound().isEmpty() && !BOUNDS.contains(figure.name());
  }

  private static Figure beside(Figure figure, List<Figure> figures) {
    String name = AFTER.getOrDefault(figure.name(), Figure.COPY);
    return figures.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
