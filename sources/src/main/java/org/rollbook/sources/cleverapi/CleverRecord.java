package org.rollbook.sources.cleverapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An object of the API. Only the id is certain: what a district does not share, its SIS does not
 * have or the version does not know is absent, whatever the specification calls guaranteed. Fields
 * that are not listed here are ignored.
 */
public sealed interface CleverRecord {
  /** Clever's id: the key of the record, whatever else changes. */
  String id();

  /** When the record was made and last changed, as the API says. */
  record Times(Optional<Instant> created, Optional<Instant> lastModified) {}

  /**
   * @param state {@code running, pending, error, paused, success}
   * @param lastSync when the SIS was last taken in
   */
  record District(
      String id,
      String name,
      Optional<String> mdrNumber,
      Optional<String> ncesId,
      Optional<String> sisType,
      Optional<String> state,
      Optional<Instant> lastSync,
      Optional<Instant> pauseStart,
      Optional<Instant> pauseEnd)
      implements CleverRecord {}

  /** A postal address. */
  record Location(
      Optional<String> address,
      Optional<String> city,
      Optional<String> state,
      Optional<String> zip) {}

  record School(
      String id,
      Times times,
      String name,
      Optional<String> sisId,
      Optional<String> number,
      Optional<String> stateId,
      Optional<String> ncesId,
      Optional<String> mdrNumber,
      Optional<String> lowGrade,
      Optional<String> highGrade,
      Optional<String> phone,
      Optional<String> principal,
      Optional<String> principalEmail,
      Location location,
      Map<String, String> ext)
      implements CleverRecord {}

  record Term(String id, Optional<String> name, Optional<LocalDate> start, Optional<LocalDate> end)
      implements CleverRecord {}

  record Course(String id, Optional<String> name, Optional<String> number)
      implements CleverRecord {}

  /**
   * @param teacher the primary one; absent while there is none
   * @param teachers user ids, the primary teacher's among them
   * @param students user ids, also of students whom this app may not see
   */
  record Section(
      String id,
      Times times,
      String name,
      Optional<String> school,
      Optional<String> sisId,
      Optional<String> number,
      Optional<String> period,
      Optional<String> grade,
      Optional<String> subject,
      Optional<String> course,
      Optional<String> term,
      Optional<String> teacher,
      List<String> teachers,
      List<String> students,
      Map<String, String> ext)
      implements CleverRecord {
    /** Whether somebody is its primary teacher or one of its others. */
    public boolean isTaughtBy(String user) {
      return teacher.filter(user::equals).isPresent() || teachers.contains(user);
    }
  }

  /** A person in one or several roles. */
  record User(String id, Times times, Optional<String> email, Name name, Roles roles)
      implements CleverRecord {}

  /** A contact's full name stands in {@code last}. */
  record Name(Optional<String> first, Optional<String> middle, Optional<String> last) {}

  /** Learning material, of which Rollbook reads no more. */
  record Resource(String id, Optional<String> title) implements CleverRecord {}

  /** An object of a type that this client does not know. */
  record Other(String id, JsonNode json) implements CleverRecord {}
}
