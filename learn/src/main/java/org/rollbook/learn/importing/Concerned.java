package org.rollbook.learn.importing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.rollbook.sources.cleverapi.CleverEvent;
import org.rollbook.sources.cleverapi.CleverRecord;
import tools.jackson.databind.JsonNode;

/**
 * Whom a batch of events concerns. The events say that something changed; what it is now is read
 * from the data, so that an event may come twice, late, or of something that is gone again.
 *
 * @param sections whose class is to be read anew
 * @param teachers who were or are teachers of these, as far as the events say
 * @param users who changed themselves
 * @param everybody whether an event does not say what it is about
 */
record Concerned(Set<String> sections, Set<String> teachers, Set<String> users, boolean everybody) {

  static final Concerned EVERYBODY = new Concerned(Set.of(), Set.of(), Set.of(), true);

  static Concerned by(Collection<CleverEvent> events) {
    var sections = new HashSet<String>();
    var teachers = new HashSet<String>();
    var users = new HashSet<String>();
    boolean unclear = false;
    for (var event : events) {
      switch (event.object()) {
        case CleverRecord.Section section -> {
          sections.add(section.id());
          teachersOf(section, event.previous()).forEach(teachers::add);
        }
        case CleverRecord.User user -> users.add(user.id());
        // A class is called by its section's name, and told apart by its section's fields: schools,
        // terms and courses stand in no class.
        case CleverRecord.District _,
            CleverRecord.School _,
            CleverRecord.Term _,
            CleverRecord.Course _,
            CleverRecord.Resource _ -> {}
        case CleverRecord.Other _ -> unclear |= event.type().isEmpty();
      }
    }
    boolean nameless = sections.contains("") || users.contains("");
    return new Concerned(sections, teachers, users, unclear || nameless);
  }

  private static Stream<String> teachersOf(CleverRecord.Section section, JsonNode previous) {
    return Stream.of(
            section.teacher().stream(),
            section.teachers().stream(),
            texts(previous.path("teacher")),
            previous.path("teachers").valueStream().flatMap(Concerned::texts))
        .flatMap(ids -> ids);
  }

  private static Stream<String> texts(JsonNode json) {
    return json.isString() ? Stream.of(json.asString()) : Stream.empty();
  }

  boolean nobody() {
    return !everybody && sections.isEmpty() && users.isEmpty();
  }

  String[] userIds() {
    return users.toArray(String[]::new);
  }

  /** Everybody whom an event names, but for the students of sections. */
  String[] named() {
    return Stream.of(users, teachers).flatMap(Set::stream).distinct().toArray(String[]::new);
  }

  String[] sectionIds() {
    return sections.toArray(String[]::new);
  }
}
