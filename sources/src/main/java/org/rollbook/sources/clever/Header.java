package org.rollbook.sources.clever;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file's header: which of Clever's columns stands where. Names are the same whatever their
 * capital letters and whatever stands between their words, so that {@code School_id}, {@code SCHOOL
 * ID} and {@code school-id} are one column.
 */
final class Header {
  private static final String EXTENSION = "ext.";

  /** How the characters of a column's fields become a text. */
  enum Mode {
    /** Not at all. */
    IGNORED,
    /** An id, which never breaks the line. */
    ID,
    TEXT
  }

  /** A column that becomes an attribute. */
  record AttributeColumn(int index, String name, Domain domain) {}

  private final CleverFile file;
  private final List<String> names;
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<AttributeColumn> attributes = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final List<String> twice = new ArrayList<>();
  private final Mode[] modes;

  Header(CleverFile file, List<String> names) {
    this.file = file;
    this.names = List.copyOf(names);
    this.modes = new Mode[names.size()];
    var byKey = new HashMap<String, Integer>();
    for (int i = 0; i < names.size(); i++) {
      modes[i] = Mode.IGNORED;
      String key = key(names.get(i));
      if (!key.isEmpty() && byKey.putIfAbsent(key, i) != null) {
        twice.add(names.get(i));
      }
    }
    Set<String> known = new HashSet<>();
    file.columns().forEach(column -> place(column, byKey, known));
    byKey.keySet().removeAll(known);
    byKey.values().stream().sorted().forEach(this::placeOther);
  }

  private void place(Column column, Map<String, Integer> byKey, Set<String> known) {
    var spellings = new ArrayList<String>(List.of(column.name()));
    spellings.addAll(column.aliases());
    for (String spelling : spellings) {
      Integer index = byKey.get(key(spelling));
      if (index != null) {
        known.add(key(spelling));
        place(column, index);
        return;
      }
    }
  }

  private void place(Column column, int index) {
    indices.put(column.name(), index);
    switch (column.use()) {
      case REQUIRED, EXPECTED, PART ->
          modes[index] = column.name().endsWith("_id") ? Mode.ID : Mode.TEXT;
      case ATTRIBUTE -> {
        modes[index] = Mode.TEXT;
        attributes.add(new AttributeColumn(index, column.name(), column.domain()));
      }
      case SECRET -> modes[index] = Mode.IGNORED;
    }
  }

  private void placeOther(int index) {
    String name = names.get(index);
    if (key(name).startsWith(EXTENSION) && key(name).length() > EXTENSION.length()) {
      modes[index] = Mode.TEXT;
      attributes.add(new AttributeColumn(index, extensionName(name), Domain.TEXT));
    } else {
      unread.add(name);
    }
  }

  /** The name of a district's own column in lower case, one underscore between its words. */
  private static String extensionName(String name) {
    String own = name.substring(name.indexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    return EXTENSION + own.replaceAll("[\\s_-]+", "_");
  }

  private static String key(String name) {
    var key = new StringBuilder();
    name.chars()
        .filter(c -> Character.isLetterOrDigit(c) || c == '.')
        .forEach(key::appendCodePoint);
    return key.toString().toLowerCase(Locale.ROOT);
  }

  CleverFile file() {
    return file;
  }

  int size() {
    return names.size();
  }

  Mode[] modes() {
    return modes.clone();
  }

  /** Where a column stands, -1 when the file has none. */
  int index(String column) {
    return indices.getOrDefault(column, -1);
  }

  /** The name of a column as the file writes it, empty text for -1. */
  String name(int index) {
    return index < 0 || index >= names.size() ? "" : names.get(index);
  }

  List<AttributeColumn> attributes() {
    return attributes;
  }

  /** The columns that nobody reads, as the file writes them. */
  List<String> unread() {
    return unread;
  }

  List<String> twice() {
    return twice;
  }

  /** The columns that the file must have and has not. */
  List<String> missing() {
    return file.columns().stream()
        .filter(column ->
            switch (column.use()) {
              case REQUIRED, EXPECTED -> index(column.name()) < 0;
              case PART, ATTRIBUTE, SECRET -> false;
            })
        .map(Column::name)
        .toList();
  }

  /** Whether the file seems to be separated by something else than commas. */
  boolean hasOtherSeparator() {
    return names.size() == 1 && names.getFirst().matches(".*[;\\t|].*");
  }
}
