package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who the people of sections are, in few calls: whom no list has shown is looked up, and where that
 * would be several of one section, its own list is asked for first. That somebody is not in a list
 * proves nothing; not to be found alone does. Remembers everybody for the length of one reading;
 * for one thread.
 */
public final class SectionPeople {
  /** Nobody's class has more; a list that does is an error. */
  private static final int MOST = 100_000;

  private final CleverApi api;
  private final Map<String, CleverRecord.User> users = new HashMap<>();
  private final Set<String> unseen = new HashSet<>();

  public SectionPeople(CleverApi api) {
    this.api = api;
  }

  /**
   * Everybody of the list is known from now on.
   *
   * @return how many are known
   */
  public int know(Listing<CleverRecord.User> list) throws IOException {
    for (CleverRecord.User user : list.toList(MOST)) {
      users.put(user.id(), user);
    }
    return users.size();
  }

  /**
   * Makes sure of everybody in a section.
   *
   * @param believedUnseen who need not be asked for again
   * @throws CleverException when one of them can be neither seen nor known to be out of sight
   */
  public void meet(CleverRecord.Section section, Set<String> believedUnseen) throws IOException {
    unseen.addAll(believedUnseen);
    if (strangers(section).size() > 1) {
      listed(section.id());
    }
    for (String id : strangers(section)) {
      api.user(id).ifPresentOrElse(user -> users.put(id, user), () -> unseen.add(id));
    }
  }

  private List<String> strangers(CleverRecord.Section section) {
    return people(section)
        .filter(id -> !users.containsKey(id) && !unseen.contains(id))
        .distinct()
        .toList();
  }

  private void listed(String section) throws IOException {
    try {
      know(api.usersOf(section));
    } catch (CleverException.NotFound
        | CleverException.BadRequest
        | CleverException.Unsupported
        | CleverException.Broken noSuchList) {
      // The list is only a shorter way: everybody can still be asked for alone.
      return;
    }
  }

  /** Everybody in a section, perhaps several times. */
  public static Stream<String> people(CleverRecord.Section section) {
    return Stream.of(
            section.teacher().stream(), section.teachers().stream(), section.students().stream())
        .flatMap(ids -> ids);
  }

  /** Somebody whom this app may see. */
  public Optional<CleverRecord.User> user(String id) {
    return Optional.ofNullable(users.get(id));
  }

  /** Those of a section whom it may not. */
  public Set<String> unseenOf(CleverRecord.Section section) {
    Set<String> found = new HashSet<>();
    people(section).filter(id -> !users.containsKey(id)).forEach(found::add);
    return Set.copyOf(found);
  }
}
