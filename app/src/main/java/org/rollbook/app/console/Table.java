package org.rollbook.app.console;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns; columns of numbers to the right. */
public final class Table {
  private static final String BETWEEN = "  ";

  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param heads one for each column; a head that begins with {@code >} is of a column of numbers
   */
  public Table(String... heads) {
    this.heads = List.of(heads);
  }

  /** One more row. */
  public Table row(Object... cells) {
    var row = new ArrayList<String>();
    for (Object cell : cells) {
      boolean whole = cell instanceof Long || cell instanceof Integer;
      row.add(whole ? Words.number(((Number) cell).longValue()) : cell.toString());
    }
    rows.add(List.copyOf(row));
    return this;
  }

  /** Whether there is no row. */
  public boolean empty() {
    return rows.isEmpty();
  }

  /** Writes head and rows, each line after {@code indent}. */
  public void print(Console console, String indent) {
    var widths = new int[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              head(i).length(),
              rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    var named = heads.stream().map(Table::bare).toList();
    if (!named.stream().allMatch(String::isEmpty)) {
      line(console, indent, named, widths);
    }
    rows.forEach(row -> line(console, indent, row, widths));
  }

  private void line(Console console, String indent, List<String> cells, int[] widths) {
    var line = new StringBuilder(indent);
    for (int i = 0; i < cells.size(); i++) {
      var space = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : BETWEEN);
      line.append(heads.get(i).startsWith(">") ? space + cells.get(i) : cells.get(i) + space);
    }
    console.line(line.toString().stripTrailing());
  }

  private String head(int column) {
    return bare(heads.get(column));
  }

  private static String bare(String head) {
    return head.startsWith(">") ? head.substring(1) : head;
  }
}
