package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A teacher's classes with everybody in them.
 *
 * @param sections with the ids of their teachers and students
 * @param users everybody who is in one of the sections and may be seen, by id
 * @param unseen who is in one of the sections and is not shared: to be passed over, an account that
 *     is known is to be archived (Clever's page on troubleshooting)
 */
public record TaughtSections(
    List<CleverRecord.Section> sections, Map<String, CleverRecord.User> users, Set<String> unseen) {
  private static final int MOST_SECTIONS = 1_000;

  public TaughtSections {
    sections = List.copyOf(sections);
    users = Map.copyOf(users);
    unseen = Set.copyOf(unseen);
  }

  /**
   * One list of sections, one of students, and for each section at most one more, or lookups of
   * whom the lists leave out. That a list is not found is thrown, never taken for an empty class
   * (L7).
   */
  static TaughtSections read(CleverApi api, String teacher) throws IOException {
    List<CleverRecord.Section> sections = taught(api, teacher);
    SectionPeople people = new SectionPeople(api);
    if (!sections.isEmpty()) {
      people.know(api.studentsOf(teacher));
    }
    Map<String, CleverRecord.User> users = new HashMap<>();
    Set<String> unseen = new HashSet<>();
    for (CleverRecord.Section section : sections) {
      people.meet(section, Set.of());
      SectionPeople.people(section)
          .forEach(id -> people.user(id).ifPresent(user -> users.put(id, user)));
      unseen.addAll(people.unseenOf(section));
    }
    return new TaughtSections(sections, users, unseen);
  }

  /** The list is of sections that the person attends too, where they have both roles. */
  static List<CleverRecord.Section> taught(CleverApi api, String teacher) throws IOException {
    return api.sectionsOf(teacher).toList(MOST_SECTIONS).stream()
        .filter(section -> section.isTaughtBy(teacher))
        .toList();
  }
}
