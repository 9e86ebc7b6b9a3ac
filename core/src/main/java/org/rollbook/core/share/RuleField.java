package org.rollbook.core.share;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rollbook.core.share.Rule.Subject;

/** What a rule can look at, by its word in a rule's text. */
public enum RuleField {
  /** The school's name or its id in the SIS: either fulfils a condition. */
  SCHOOL("school", Set.of(Subject.SECTION, Subject.STUDENT, Subject.TEACHER, Subject.STAFF)),
  GRADE("grade", Set.of(Subject.SECTION, Subject.STUDENT)),
  SUBJECT("subject", Set.of(Subject.SECTION)),
  COURSE_NAME("course", Set.of(Subject.SECTION)),
  COURSE_NUMBER("course_number", Set.of(Subject.SECTION)),
  PERIOD("period", Set.of(Subject.SECTION)),
  TERM("term", Set.of(Subject.SECTION)),
  NAME("name", Set.of(Subject.SECTION)),
  /** A section's teachers, primary and co-teachers: by e-mail or by their id in the SIS. */
  TEACHER("teacher", Set.of(Subject.SECTION)),
  EMAIL("email", Set.of(Subject.STUDENT, Subject.TEACHER, Subject.STAFF)),
  TITLE("title", Set.of(Subject.TEACHER, Subject.STAFF)),
  SIS_ID("sis_id", Set.of(Subject.SECTION, Subject.STUDENT, Subject.TEACHER, Subject.STAFF));

  private final String word;

  // Made by Set.of; the checker knows only Guava's immutable sets.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Subject> subjects;

  RuleField(String word, Set<Subject> subjects) {
    this.word = word;
    this.subjects = subjects;
  }

  /** How a rule's text names it. */
  public String word() {
    return word;
  }

  /** The field that people call so; absent when there is none. */
  static Optional<RuleField> named(String name) {
    String plain = plain(name);
    if (plain.equals("coursename")) {
      return Optional.of(COURSE_NAME);
    }
    return Arrays.stream(values()).filter(field -> plain(field.word).equals(plain)).findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
  }

  boolean isOf(Subject subject) {
    return subjects.contains(subject);
  }
}
