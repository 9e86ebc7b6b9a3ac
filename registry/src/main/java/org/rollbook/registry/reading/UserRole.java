package org.rollbook.registry.reading;

import java.util.Arrays;
import java.util.Optional;

/** What a user can be; one adult can be several things at once. */
public enum UserRole {
  STUDENT("student", RecordType.STUDENT),
  TEACHER("teacher", RecordType.ADULT),
  STAFF("staff", RecordType.ADULT),
  DISTRICT_ADMIN("district_admin", RecordType.ADULT),
  CONTACT("contact", RecordType.CONTACT);

  private final String word;
  private final int kind;

  UserRole(String word, int kind) {
    this.word = word;
    this.kind = kind;
  }

  /** Its word in addresses, and its key among a user's roles. */
  public String word() {
    return word;
  }

  /** The role with this word. */
  public static Optional<UserRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
  }

  int kind() {
    return kind;
  }
}
