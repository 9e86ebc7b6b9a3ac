package org.rollbook.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What was hoped for, and whether it is so.
 *
 * @param measured in the unit of {@code limit}
 */
record Aim(String aim, double limit, double measured, boolean holds) {
  private static final double MEGABYTE = 1 << 20;
  private static final int HEAP_MEGABYTES = 512;
  private static final int SIZE_OF_THE_PLAN_AIM = 100_000;

  static List<Aim> of(int students, List<Figure> figures, Memory memory) {
    var aims = new ArrayList<Aim>();
    aims.add(
        of("first import in at most 2 times raw COPY", 2, figure(figures, Figure.FIRST_IMPORT)));
    aims.add(
        of(
            "unchanged import in at most 3 times a plain parse",
            3,
            figure(figures, Figure.UNCHANGED_IMPORT)));
    if (students <= SIZE_OF_THE_PLAN_AIM) {
      double seconds = figure(figures, Figure.UNCHANGED_PLAN).seconds();
      aims.add(new Aim("unchanged plan in less than 1 second", 1, seconds, seconds < 1));
    }
    aims.add(served("users", figure(figures, Figure.USERS_SERVED)));
    aims.add(served("sections", figure(figures, Figure.SECTIONS_SERVED)));
    aims.add(
        of("the last page in at most 2 times the first", 2, figure(figures, Figure.LAST_PAGE)));
    // All of it ran under that limit, or it would have ended: the peak says how much room was left.
    double heap = memory.peakAfterCollection() / MEGABYTE;
    boolean limited = memory.heapLimit() / MEGABYTE <= HEAP_MEGABYTES;
    aims.add(new Aim("all within a 512 MB heap", HEAP_MEGABYTES, heap, limited));
    return List.copyOf(aims);
  }

  private static Aim served(String list, Figure figure) {
    return of(list + " over HTTP in at most 2 times a plain read", 2, figure);
  }

  private static Aim of(String aim, double limit, Figure figure) {
    return new Aim(aim, limit, figure.ratio(), figure.ratio() <= limit);
  }

  private static Figure figure(List<Figure> figures, String name) {
    return figures.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
