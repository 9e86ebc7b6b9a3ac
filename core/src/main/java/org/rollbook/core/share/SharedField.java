package org.rollbook.core.share;

import java.util.List;

/**
 * The fields of people that an app has to ask for and a district may refuse; all others come with
 * every shared record. They are those that Clever treats as sensitive.
 */
public enum SharedField {
  STUDENT_EMAIL("student.email", List.of("email")),
  STUDENT_NUMBER("student.student_number", student("student_number")),
  STUDENT_STATE_ID("student.state_id", student("state_id")),
  STUDENT_DOB("student.dob", student("dob")),
  STUDENT_GENDER("student.gender", student("gender")),
  STUDENT_RACE("student.race", student("race")),
  STUDENT_HISPANIC_ETHNICITY("student.hispanic_ethnicity", student("hispanic_ethnicity")),
  STUDENT_HOME_LANGUAGE(
      "student.home_language",
      List.of("roles.student.home_language", "roles.student.home_language_code")),
  STUDENT_ELL_STATUS("student.ell_status", student("ell_status")),
  STUDENT_FRL_STATUS("student.frl_status", student("frl_status")),
  STUDENT_IEP_STATUS("student.iep_status", student("iep_status")),
  STUDENT_SECTION_504_STATUS("student.section_504_status", student("section_504_status")),
  STUDENT_GIFTED_STATUS("student.gifted_status", student("gifted_status")),
  STUDENT_DISABILITY("student.disability", student("disability")),
  STUDENT_GRADUATION_YEAR("student.graduation_year", student("graduation_year")),
  STUDENT_LOCATION("student.location", student("location")),
  STUDENT_CREDENTIALS("student.credentials", student("credentials")),
  STUDENT_PREFERRED_NAME("student.preferred_name", student("preferred_name")),
  STUDENT_EXT("student.ext", student("ext")),
  /** The contacts as people of their own; refused, none of them is shared. */
  STUDENT_CONTACTS("student.contacts", List.of());

  private final String word;

  // Made by List.of; the checker knows only Guava's immutable lists.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> paths;

  SharedField(String word, List<String> paths) {
    this.word = word;
    this.paths = paths;
  }

  private static List<String> student(String field) {
    return List.of("roles.student." + field);
  }

  /** How the command line and the pages name it. */
  public String word() {
    return word;
  }

  /** Where it stands in a Clever user object of a student, keys joined by full stops. */
  public List<String> paths() {
    return paths;
  }
}
