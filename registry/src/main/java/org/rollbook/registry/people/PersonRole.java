package org.rollbook.registry.people;

/** As what a person signs in. Somebody with several roles signs in with the first of these. */
public enum PersonRole {
  STUDENT("student"),
  TEACHER("teacher"),
  DISTRICT_ADMIN("district_admin"),
  STAFF("staff");

  private final String word;

  PersonRole(String word) {
    this.word = word;
  }

  /** Clever's word. */
  public String word() {
    return word;
  }

  static PersonRole of(String word) {
    for (var role : values()) {
      if (role.word.equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no role that signs in");
  }
}
