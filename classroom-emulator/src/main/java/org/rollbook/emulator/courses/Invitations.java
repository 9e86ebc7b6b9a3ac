package org.rollbook.emulator.courses;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The invitations that wait for an answer, by id, by class and by person. */
public final class Invitations {
  private final Map<String, Invitation> byId = new LinkedHashMap<>();
  private final Map<Integer, NavigableMap<Integer, Invitation>> byCourse = new TreeMap<>();
  private final Map<Integer, NavigableMap<Integer, Invitation>> byPerson = new TreeMap<>();
  private int made;

  /** No invitations yet. */
  public Invitations() {}

  Invitation add(int course, int person, Role role) {
    Invitation invitation = new Invitation(made++, course, person, role);
    byId.put(invitation.id(), invitation);
    byCourse.computeIfAbsent(course, _ -> new TreeMap<>()).put(invitation.ordinal(), invitation);
    byPerson.computeIfAbsent(person, _ -> new TreeMap<>()).put(invitation.ordinal(), invitation);
    return invitation;
  }

  void remove(Invitation gone) {
    byId.remove(gone.id());
    ofCourse(gone.course()).remove(gone);
    ofPerson(gone.person()).remove(gone);
  }

  Optional<Invitation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those of a class, in the order of their making. */
  Collection<Invitation> ofCourse(int course) {
    NavigableMap<Integer, Invitation> known = byCourse.get(course);
    return known == null ? List.of() : known.values();
  }

  /** Those of a person, in the order of their making. */
  Collection<Invitation> ofPerson(int person) {
    NavigableMap<Integer, Invitation> known = byPerson.get(person);
    return known == null ? List.of() : known.values();
  }
}
