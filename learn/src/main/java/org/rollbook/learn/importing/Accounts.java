package org.rollbook.learn.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.Profile;
import org.rollbook.sources.cleverapi.CleverRecord.Section;
import org.rollbook.sources.cleverapi.CleverRecord.User;
import org.rollbook.sources.cleverapi.Roles;
import org.rollbook.sources.cleverapi.SectionPeople;

/** The accounts of those whom one reading has shown, made and renewed once each. */
final class Accounts {
  private final People people;
  private final DistrictId district;
  private final SectionPeople seen;
  private final Map<String, Person> accounts = new HashMap<>();

  Accounts(People people, DistrictId district, SectionPeople seen) {
    this.people = people;
    this.district = district;
    this.seen = seen;
  }

  /** Makes sure of everybody in the sections who was seen, in one statement for all of them. */
  void provide(Collection<Section> sections) {
    var missing =
        sections.stream()
            .flatMap(SectionPeople::people)
            .distinct()
            .filter(id -> !accounts.containsKey(id))
            .flatMap(id -> seen.user(id).stream())
            .map(Accounts::profile)
            .toList();
    if (!missing.isEmpty()) {
      accounts.putAll(people.provision(district, missing));
    }
  }

  /** The accounts of a section's people, by Clever's id. */
  Map<String, Person> of(Section section) {
    var found = new HashMap<String, Person>();
    SectionPeople.people(section)
        .forEach(
            id -> Optional.ofNullable(accounts.get(id)).ifPresent(person -> found.put(id, person)));
    return found;
  }

  private static Profile profile(User user) {
    var roles = user.roles();
    boolean teaches =
        Stream.of(Roles.Kind.TEACHER, Roles.Kind.STAFF, Roles.Kind.DISTRICT_ADMIN)
            .anyMatch(roles::has);
    return new Profile(
        user.id(),
        teaches,
        roles.has(Roles.Kind.STUDENT),
        user.name().first().orElse(""),
        user.name().last().orElse(""),
        user.email());
  }
}
