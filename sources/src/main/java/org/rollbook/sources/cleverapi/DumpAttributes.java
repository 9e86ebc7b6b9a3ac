package org.rollbook.sources.cleverapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.sources.clever.CleverValues;
import tools.jackson.databind.JsonNode;

/**
 * Where the roster's attributes stand in the API's objects: each by the name of its column in
 * Clever's files. {@code sis_id} has no column, for there it is the key; here Clever's id is.
 */
enum DumpAttributes {
  SCHOOL(
      """
      sis_id; school_number; state_id; nces_id; mdr_number; low_grade; high_grade
      principal=principal.name; principal_email=principal.email
      school_address=location.address; school_city=location.city; school_state=location.state
      school_zip=location.zip; school_phone=phone
      """),
  TEACHER(
      """
      sis_id; teacher_number; state_teacher_id=state_id; title
      username=credentials.district_username
      """),
  STAFF(
      """
      sis_id=staff_id; department; title; username=credentials.district_username
      """),
  STUDENT(
      """
      sis_id; student_number; state_id; grade; gender; graduation_year; dob; race
      hispanic_latino=hispanic_ethnicity; home_language; ell_status; frl_status; iep_status
      section_504_status; gifted_status; disability_status=disability.disability_status
      disability_type=disability.disability_type; disability_code=disability.disability_code
      preferred_first_name=preferred_name.first; preferred_middle_name=preferred_name.middle
      preferred_last_name=preferred_name.last; student_street=location.address
      student_city=location.city; student_state=location.state; student_zip=location.zip
      username=credentials.district_username
      """),
  SECTION(
      """
      sis_id; section_number; grade; period; subject
      """);

  private record Place(String attribute, List<String> path) {}

  // Made by toList; the checker knows only Guava's immutable lists.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Place> places;

  /**
   * @param table attributes, each with its path after an equals sign where that is another
   */
  DumpAttributes(String table) {
    this.places =
        List.of(table.strip().split("[;\n]", -1)).stream()
            .map(String::strip)
            .map(place -> place.split("=", 2))
            .map(place -> new Place(place[0], List.of(place[place.length - 1].split("\\.", -1))))
            .toList();
  }

  /**
   * @param json the object that the paths begin at: a school, a section, a role
   */
  Attributes read(JsonNode json, DumpRows rows) {
    Map<String, String> values = new TreeMap<>();
    for (Place place : places) {
      JsonNode value = json;
      for (String step : place.path()) {
        value = value.path(step);
      }
      String field = String.join(".", place.path());
      Json.text(value)
          .flatMap(text -> canonical(rows, place.attribute(), field, text))
          .ifPresent(canonical -> values.put(place.attribute(), canonical));
    }
    Json.ext(json).forEach((name, value) -> values.put("ext." + name, value));
    addLanguageCode(json, rows, values);
    return Attributes.of(values);
  }

  private static Optional<String> canonical(
      DumpRows rows, String attribute, String field, String text) {
    return rows.checked(field, text, CleverValues.attribute(rows.kind(), attribute, text));
  }

  /** Both stand in the roster; a hub may have either. */
  private static void addLanguageCode(JsonNode json, DumpRows rows, Map<String, String> values) {
    if (rows.kind() != RecordKind.STUDENT) {
      return;
    }
    String column = "home_language";
    String code = "home_language_code";
    if (!values.containsKey(column)) {
      Json.text(json, code)
          .flatMap(text -> canonical(rows, column, code, text))
          .ifPresent(language -> values.put(column, language));
    }
    String language = values.get(column);
    if (language != null) {
      values.put(code, CleverValues.languageCode(language));
    }
  }
}
