package org.rollbook.registry.reading;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The versions of Clever's API in which objects can be shown. v3.1 only adds fields to v3.0
 * (Clever's API specifications, swagger-api 3.0 and 3.1).
 */
public enum ObjectVersion {
  V3_0(added()),
  V3_1(Map.of());

  // Made by Map.of; the checker knows only Guava's immutable maps.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<Short, List<String>> unknown;

  ObjectVersion(Map<Short, List<String>> unknown) {
    this.unknown = unknown;
  }

  /** Paths into objects that this version does not know, by kind; keys joined by full stops. */
  Map<Short, List<String>> unknown() {
    return unknown;
  }

  private static Map<Short, List<String>> added() {
    var ofUsers = List.of("lms_status");
    return Map.ofEntries(
        entry((short) 0, List.of("lms_state", "lms_type", "last_attendance_sync")),
        entry((short) RecordType.ADULT, ofUsers),
        entry((short) RecordType.CONTACT, ofUsers),
        entry((short) RecordType.STUDENT, Stream.concat(ofUsers.stream(), ofStudents()).toList()),
        entry((short) 7, List.of("lms_status")));
  }

  private static Stream<String> ofStudents() {
    return Stream.of(
            "frl_status",
            "iep_status",
            "gifted_status",
            "section_504_status",
            "disability",
            "home_language",
            "home_language_code",
            "preferred_name")
        .map("roles.student."::concat);
  }
}
