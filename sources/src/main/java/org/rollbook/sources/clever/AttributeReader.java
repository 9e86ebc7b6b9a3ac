package org.rollbook.sources.clever;

import java.util.List;
import java.util.TreeMap;
import org.rollbook.core.roster.Attributes;

/** Reads the attribute columns of a row. */
final class AttributeReader {
  private final FileReading reading;
  private final List<Header.AttributeColumn> columns;

  AttributeReader(FileReading reading) {
    this.reading = reading;
    this.columns = List.copyOf(reading.header().attributes());
  }

  Attributes read() {
    var values = new TreeMap<String, String>();
    for (Header.AttributeColumn column : columns) {
      String value = reading.value(column.index(), column.domain());
      if (!value.isEmpty()) {
        values.put(column.name(), value);
        if (column.domain() == Domain.LANGUAGE) {
          // The API shows both; the file has one of them.
          values.put("home_language_code", Languages.code(value));
        }
      }
    }
    return values.isEmpty() ? Attributes.NONE : new Attributes(values);
  }
}
