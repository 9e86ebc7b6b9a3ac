package org.rollbook.sources.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of one file, each with how its cell comes out of a row. */
final class Columns<T> {
  private final List<String> headers = new ArrayList<>();
  private final List<Function<T, String>> cells = new ArrayList<>();

  Columns<T> and(String header, Function<T, String> cell) {
    headers.add(header);
    cells.add(cell);
    return this;
  }

  List<String> headers() {
    return headers;
  }

  List<String> cells(T row) {
    List<String> values = new ArrayList<>(cells.size());
    for (Function<T, String> cell : cells) {
      values.add(cell.apply(row));
    }
    return values;
  }
}
