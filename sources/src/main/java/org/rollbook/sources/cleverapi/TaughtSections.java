package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final int MOST_STUDENTS = 100_000;

  public TaughtSections {
    sections = List.copyOf(sections);
    users = Map.copyOf(users);
    unseen = Set.copyOf(unseen);
  }

  /**
   * One list of sections, one of students, and a lookup for each teacher. That a list is not found
   * is thrown, never taken for an empty class (L7).
   */
  static TaughtSections read(CleverApi api, String teacher) throws IOException {
    List<CleverRecord.Section> sections = taught(api, teacher);
    Map<String, CleverRecord.User> users = new HashMap<>();
    if (!sections.isEmpty()) {
      for (CleverRecord.User student : api.studentsOf(teacher).toList(MOST_STUDENTS)) {
        users.put(student.id(), student);
      }
    }
    Set<String> unseen = new HashSet<>();
    for (String id : people(sections)) {
      Optional<CleverRecord.User> user =
          users.containsKey(id) ? Optional.of(users.get(id)) : api.user(id);
      user.ifPresentOrElse(known -> users.put(id, known), () -> unseen.add(id));
    }
    return new TaughtSections(sections, users, unseen);
  }

  /** The list is of sections that the person attends too, where they have both roles. */
  private static List<CleverRecord.Section> taught(CleverApi api, String teacher)
      throws IOException {
    List<CleverRecord.Section> taught = new ArrayList<>();
    for (CleverRecord.Section section : api.sectionsOf(teacher).toList(MOST_SECTIONS)) {
      boolean primary = section.teacher().filter(teacher::equals).isPresent();
      if (primary || section.teachers().contains(teacher)) {
        taught.add(section);
      }
    }
    return taught;
  }

  private static Set<String> people(List<CleverRecord.Section> sections) {
    Set<String> people = new HashSet<>();
    for (CleverRecord.Section section : sections) {
      section.teacher().ifPresent(people::add);
      people.addAll(section.teachers());
      people.addAll(section.students());
    }
    return people;
  }
}
