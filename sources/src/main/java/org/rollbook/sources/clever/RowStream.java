package org.rollbook.sources.clever;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollbook.sources.files.RosterFiles;

/**
 * The rows of one file, one after the other in one {@link RowBuffer}. Undecodable bytes end it with
 * a {@link java.nio.charset.CharacterCodingException}.
 */
final class RowStream implements AutoCloseable {
  /** In characters; a field that does not fit has lost its closing quotation mark. */
  private static final int LONGEST_UNPARSED = 1 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final CsvReader<RowBuffer> reader;
  private final CloseableIterator<RowBuffer> rows;
  private final RowBuffer row = new RowBuffer();
  private boolean broken;

  private RowStream(Reader text) {
    reader = parser().build(row, text);
    rows = reader.iterator();
  }

  /** Opens one of {@code files}. */
  static RowStream open(RosterFiles files, String name) throws IOException {
    InputStream in = files.open(name);
    try {
      return new RowStream(decoded(in));
    } catch (IOException fault) {
      in.close();
      throw fault;
    }
  }

  /**
   * Fields may go on behind a closing quotation mark: {@code "Jan "JJ" Smith"} is a name, and no
   * reason to lose the rest of the file. FastCSV is about to rename that setting.
   */
  @SuppressWarnings("removal")
  private static CsvReader.CsvReaderBuilder parser() {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false)
        .maxBufferSize(LONGEST_UNPARSED);
  }

  private static Reader decoded(InputStream in) throws IOException {
    var bytes = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
    byte[] start = bytes.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
      bytes.unread(start);
    }
    return new InputStreamReader(bytes, Utf8.strict());
  }

  RowBuffer row() {
    return row;
  }

  /**
   * Moves to the next row that is not an empty line.
   *
   * @return false at the end of what can be read
   */
  boolean next() throws IOException {
    try {
      return !broken && rows.hasNext() && rows.next() == row;
    } catch (UncheckedIOException fault) {
      throw fault.getCause();
    } catch (CsvParseException endless) {
      broken = true;
      return false;
    }
  }

  /** Whether the rows ended in a quotation mark that is never closed, in the row of the buffer. */
  boolean isBroken() {
    return broken;
  }

  /** The fields of the present row, as texts. */
  List<String> fields() {
    var fields = new ArrayList<String>();
    for (int i = 0; i < Math.min(row.fields(), RowBuffer.MOST_COLUMNS); i++) {
      fields.add(row.get(i));
    }
    return fields;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    reader.close();
  }
}
