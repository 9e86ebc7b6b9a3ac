package org.rollbook.learn.signin;

import java.util.List;
import java.util.Optional;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.Profile;
import org.rollbook.sources.cleverapi.CleverApi.Me;
import org.rollbook.sources.cleverapi.CleverRecord;
import org.rollbook.sources.cleverapi.Roles;

/**
 * Makes a profile of what Clever says, however little that is.
 *
 * @param self absent when Clever did not show it
 */
record Profiles(Me me, Optional<CleverRecord.User> self) {
  /** Staff and administrators are treated like teachers (S15). */
  private static final List<Roles.Kind> TEACHING =
      List.of(Roles.Kind.TEACHER, Roles.Kind.STAFF, Roles.Kind.DISTRICT_ADMIN);

  String cleverId() {
    return me.id();
  }

  /** A parent is a user of its own, even where the same person teaches (S12). */
  boolean isContact() {
    boolean bySelf = self.filter(user -> user.roles().has(Roles.Kind.CONTACT)).isPresent();
    return (bySelf || me.type().equals(Roles.Kind.CONTACT.word())) && !teaches() && !studies();
  }

  private boolean teaches() {
    return TEACHING.stream().anyMatch(this::has);
  }

  private boolean studies() {
    return has(Roles.Kind.STUDENT);
  }

  private boolean has(Roles.Kind kind) {
    return self.map(user -> user.roles().has(kind)).orElse(false) || me.type().equals(kind.word());
  }

  /**
   * @param known the account as it is, whose name and roles stay where Clever shows nothing
   */
  Profile profile(Optional<Person> known) {
    if (self.isEmpty() && known.isPresent()) {
      Person person = known.get();
      return new Profile(
          cleverId(),
          person.teaches() || teaches(),
          person.attends() || studies(),
          person.givenName(),
          person.familyName(),
          person.email());
    }
    Optional<CleverRecord.Name> name = self.map(CleverRecord.User::name);
    return new Profile(
        cleverId(),
        teaches(),
        // Who has no role that we know sees what a student sees: the least.
        studies() || !teaches(),
        name.flatMap(CleverRecord.Name::first).orElse(""),
        name.flatMap(CleverRecord.Name::last).orElse(""),
        self.flatMap(CleverRecord.User::email));
  }
}
