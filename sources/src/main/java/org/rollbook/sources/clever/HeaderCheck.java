package org.rollbook.sources.clever;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollbook.sources.Finding;
import org.rollbook.sources.files.RosterFiles;
import org.rollbook.sources.files.UnsafeFileException;

/**
 * Looks at every file's header before the first row is read, so that whoever mends a snapshot
 * learns of everything that is wrong with it at once.
 */
final class HeaderCheck {
  private final RosterFiles files;
  private final Map<CleverFile, Header> headers = new EnumMap<>(CleverFile.class);
  private final List<Finding> faults = new ArrayList<>();

  HeaderCheck(RosterFiles files) throws IOException {
    this.files = files;
    for (CleverFile file : CleverFile.values()) {
      Optional<String> name = files.find(file.fileName());
      if (name.isPresent()) {
        check(file, name.get());
      } else if (file.isRequired()) {
        fault(
            file.fileName(),
            Code.MISSING_FILE,
            "The file is missing; nothing is imported until all five files are delivered together");
      }
    }
  }

  /** The headers of the files that are there, in the order in which the files are read. */
  Map<CleverFile, Header> headers() {
    return headers;
  }

  List<Finding> faults() {
    return faults;
  }

  private void check(CleverFile file, String name) throws IOException {
    try (var rows = RowStream.open(files, name)) {
      if (rows.next()) {
        check(name, rows.row(), new Header(file, rows.fields()));
      } else if (rows.isBroken()) {
        fault(name, Code.BROKEN_HEADER, "A quotation mark in the header is not closed");
      } else {
        fault(name, Code.EMPTY_FILE, "The file is empty and has not even a header");
      }
    } catch (CharacterCodingException undecodable) {
      NotUtf8.in(files, name).ifPresent(faults::add);
    } catch (UnsafeFileException unsafe) {
      faults.add(unsafe.refusal().finding());
    }
  }

  private void check(String name, RowBuffer row, Header header) {
    int before = faults.size();
    if (row.fault() != RowBuffer.Fault.NONE) {
      fault(name, Code.BROKEN_HEADER, "The first line is not a header that can be read");
    } else if (row.fields() > RowBuffer.MOST_COLUMNS) {
      fault(name, Code.TOO_MANY_COLUMNS, "The header has more than 1000 columns");
    } else if (header.hasOtherSeparator()) {
      fault(name, Code.WRONG_SEPARATOR, "The columns are not separated by commas");
    } else {
      checkColumns(name, header);
    }
    if (faults.size() == before) {
      headers.put(header.file(), header);
    }
  }

  private void checkColumns(String name, Header header) {
    header.missing().stream()
        .map(column -> column.substring(0, 1).toUpperCase(Locale.ROOT) + column.substring(1))
        .forEach(column -> fault(name, column, Code.MISSING_COLUMN, "The column is missing"));
    header.twice().stream()
        .map(FileReading::shown)
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .forEach(column -> fault(name, column, Code.DUPLICATE_COLUMN, "The column is there twice"));
  }

  private void fault(String name, Code code, String fault) {
    fault(name, "", code, fault);
  }

  private void fault(String name, String column, Code code, String fault) {
    String where = column.isEmpty() ? name : name + ", column " + column;
    String end = fault.contains(";") ? "." : "; nothing is imported, please export the file again.";
    long line = code == Code.MISSING_FILE || code == Code.EMPTY_FILE ? 0 : 1;
    faults.add(new Finding(name, line, column, code.name(), where + ": " + fault + end));
  }
}
