package org.rollbook.app.demo;

import org.rollbook.app.console.Console;

/** Long sentences on lines of a plain terminal's width. */
final class Wrapped {
  private static final int WIDTH = 79;

  private Wrapped() {}

  /**
   * @param mark before the first line; further ones are indented as far
   */
  static void print(Console console, String mark, String text) {
    var line = new StringBuilder(mark);
    boolean empty = true;
    for (var word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        console.line("%s", line);
        line.setLength(0);
        line.append(" ".repeat(mark.length()));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    console.line("%s", line);
  }
}
