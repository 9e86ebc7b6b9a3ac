package org.rollbook.bench;

import java.util.List;

/** All figures of a district of one size. */
record SizeReport(
    int students, Machine machine, List<Figure> figures, Memory memory, List<Aim> aims) {
  SizeReport {
    figures = List.copyOf(figures);
    aims = List.copyOf(aims);
  }

  /** The document of a whole benchmark. */
  record All(List<SizeReport> sizes) {
    All {
      sizes = List.copyOf(sizes);
    }
  }
}
