package org.rollbook.registry.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The types of records that Clever's API v3 knows. Whoever has a role is a user, so that three
 * kinds of the table {@code shared_object} are one type.
 */
public enum RecordType {
  DISTRICTS("districts", 0),
  SCHOOLS("schools", 1),
  TERMS("terms", 2),
  COURSES("courses", 3),
  USERS("users", RecordType.ADULT, RecordType.STUDENT, RecordType.CONTACT),
  SECTIONS("sections", 7);

  static final int ADULT = 4;
  static final int STUDENT = 5;
  static final int CONTACT = 6;

  private final String word;

  // Made by stream().toList(); the checker knows only Guava's immutable lists.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Short> kinds;

  RecordType(String word, int... kinds) {
    this.word = word;
    this.kinds = Arrays.stream(kinds).mapToObj(kind -> (short) kind).toList();
  }

  /** Its word in addresses and in the types of events. */
  public String word() {
    return word;
  }

  /** The type with this word. */
  public static Optional<RecordType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** The numbers that the database has for it. */
  List<Short> kinds() {
    return kinds;
  }
}
