package org.rollbook.sources.clever;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/**
 * The row that the parser is at; overwritten by the next one. Hot and therefore ugly: it works on
 * the parser's characters, makes no text of a column that nobody wants, and keeps the text of the
 * row before where it says the same, as school and section ids do for thousands of rows.
 */
final class RowBuffer extends AbstractBaseCsvCallbackHandler<RowBuffer> {
  static final int MOST_COLUMNS = 1_000;
  static final int LONGEST_FIELD = 10_000;
  static final int LONGEST_ROW = 100_000;

  /** What is wrong with the row's characters. */
  enum Fault {
    NONE,
    NUL,
    FIELD_TOO_LONG,
    ROW_TOO_LONG,
    /** A quotation mark that is not closed has taken in the rows that follow. */
    BROKEN_QUOTE
  }

  private String[] values = new String[16];
  private Header.Mode[] modes = {};
  private Header.Mode others = Header.Mode.TEXT;
  private int fields;
  private int characters;
  private boolean blank;
  private boolean severalLines;
  private Fault fault = Fault.NONE;
  private int faultColumn;

  RowBuffer() {
    Arrays.fill(values, "");
  }

  /** Says how the columns of every row that follows are to be read. */
  void expect(Header.Mode[] columns) {
    modes = columns;
    others = Header.Mode.IGNORED;
  }

  /** The trimmed value, empty text where there is none; {@code column} may be -1. */
  String get(int column) {
    return column < 0 || column >= fields || column >= values.length ? "" : values[column];
  }

  long line() {
    return getStartingLineNumber();
  }

  int fields() {
    return fields;
  }

  /** Whether the row holds nothing but separators and blanks. */
  boolean isBlank() {
    return blank;
  }

  boolean spansSeveralLines() {
    return severalLines;
  }

  Fault fault() {
    return fault;
  }

  int faultColumn() {
    return faultColumn;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    fields = 0;
    characters = 0;
    blank = true;
    severalLines = false;
    fault = Fault.NONE;
    faultColumn = -1;
  }

  @Override
  protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
    fields = column + 1;
    characters += length;
    if (characters > LONGEST_ROW) {
      blame(Fault.ROW_TOO_LONG, column);
    }
    if (column >= MOST_COLUMNS) {
      blank = false;
      return;
    }
    int start = offset;
    int end = offset + length;
    while (start < end && isBlank(buffer[start])) {
      start++;
    }
    while (end > start && isBlank(buffer[end - 1])) {
      end--;
    }
    blank &= start == end;
    take(column, buffer, start, end, quoted);
  }

  private void take(int column, char[] buffer, int start, int end, boolean quoted) {
    if (column >= values.length) {
      int room = values.length;
      values = Arrays.copyOf(values, Math.min(MOST_COLUMNS, Math.max(column + 1, 2 * room)));
      Arrays.fill(values, room, values.length, "");
    }
    Header.Mode mode = column < modes.length ? modes[column] : others;
    boolean sound = isSound(column, buffer, start, end, quoted, mode);
    if (!sound || mode == Header.Mode.IGNORED || start == end) {
      values[column] = "";
    } else if (!isSame(values[column], buffer, start, end)) {
      String value = new String(buffer, start, end - start);
      values[column] = quoted && severalLines ? oneLine(value) : value;
    }
  }

  private boolean isSound(
      int column, char[] buffer, int start, int end, boolean quoted, Header.Mode mode) {
    if (end - start > LONGEST_FIELD) {
      // Where it breaks the line too it is more likely a quotation mark than an essay.
      blame(
          quoted && hasLineBreak(buffer, start, end) ? Fault.BROKEN_QUOTE : Fault.FIELD_TOO_LONG,
          column);
      return false;
    }
    for (int i = start; i < end; i++) {
      if (buffer[i] == 0 || (buffer[i] == '"' && mode == Header.Mode.ID)) {
        blame(buffer[i] == 0 ? Fault.NUL : Fault.BROKEN_QUOTE, column);
        return false;
      }
    }
    if (quoted && hasSwallowed(buffer, start, end, mode)) {
      blame(Fault.BROKEN_QUOTE, column);
      return false;
    }
    return true;
  }

  /**
   * Whether the field holds what are fields or rows of their own, taken in by a quotation mark that
   * was closed by the next one. An id has neither commas nor line breaks (nor quotation marks,
   * which are looked for where NUL is); any other field may, but not as many commas as a whole row.
   */
  private boolean hasSwallowed(char[] buffer, int start, int end, Header.Mode mode) {
    boolean breaks = hasLineBreak(buffer, start, end);
    severalLines |= breaks;
    int commas = commas(buffer, start, end);
    return mode == Header.Mode.ID
        ? breaks || commas > 0
        : breaks && commas >= Math.max(1, modes.length - 1);
  }

  private void blame(Fault found, int column) {
    // A broken quotation mark is the worst: it decides what the row could have named.
    if (fault == Fault.NONE || found == Fault.BROKEN_QUOTE) {
      fault = found;
      faultColumn = column;
    }
  }

  private static boolean isSame(String value, char[] buffer, int start, int end) {
    int length = end - start;
    if (value.length() != length) {
      return false;
    }
    // From behind: ids that differ mostly differ in their last digits.
    for (int i = length - 1; i >= 0; i--) {
      if (value.charAt(i) != buffer[start + i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasLineBreak(char[] buffer, int start, int end) {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\n' || buffer[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  private static int commas(char[] buffer, int start, int end) {
    int commas = 0;
    for (int i = start; i < end; i++) {
      if (buffer[i] == ',') {
        commas++;
      }
    }
    return commas;
  }

  private static String oneLine(String value) {
    return value.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  /** White space, and what cannot be seen: no-break space, zero-width space, byte order mark. */
  private static boolean isBlank(char c) {
    if (c > ' ' && c < 0x7f) {
      return false;
    }
    return (c <= ' ' && c != 0)
        || c == '\u00a0'
        || c == '\u200b'
        || c == '\ufeff'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c);
  }

  @Override
  protected RowBuffer buildRecord() {
    return this;
  }
}
