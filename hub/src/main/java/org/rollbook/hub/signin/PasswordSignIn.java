package org.rollbook.hub.signin;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollbook.hub.signin.Throttle.Limit;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.people.PublishedDistrict;

/** Proves who somebody is by name and password, slowing down those who guess. */
final class PasswordSignIn {
  private final People people;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Audit audit;

  PasswordSignIn(People people, Passwords passwords, Throttle throttle, Audit audit) {
    this.people = people;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
  }

  /** What came of it. */
  sealed interface Result {
    record Proved(Person person) implements Result {}

    record NotProved() implements Result {}

    /**
     * The password was not looked at.
     *
     * @param pause how long to wait
     */
    record TooOften(Duration pause) implements Result {}
  }

  /** Answers alike, and as fast, whether or not there is such a person. */
  Result check(PublishedDistrict district, String login, String password, String address) {
    var account = district.number() + "\n" + login.strip().toLowerCase(Locale.ROOT);
    var pause =
        throttle.attempt(Limit.ADDRESS, address).or(() -> throttle.attempt(Limit.ACCOUNT, account));
    if (pause.isPresent()) {
      audit.stranger(Happening.SLOWED_DOWN, district.number(), address);
      return new Result.TooOften(pause.get());
    }
    var person = named(district, login.strip());
    return switch (passwords.check(person, password)) {
      case RIGHT -> {
        throttle.forget(Limit.ACCOUNT, account);
        throttle.takeBack(Limit.ADDRESS, address);
        yield new Result.Proved(person.orElseThrow());
      }
      case WRONG -> {
        audit.note(Happening.WRONG_PASSWORD, person.orElseThrow(), address);
        yield new Result.NotProved();
      }
      case NONE -> {
        person.ifPresentOrElse(
            known -> audit.note(Happening.NO_PASSWORD, known, address),
            () -> audit.stranger(Happening.UNKNOWN_NAME, district.number(), address));
        yield new Result.NotProved();
      }
    };
  }

  /** By e-mail or user name; nobody when two people have it. */
  private Optional<Person> named(PublishedDistrict district, String login) {
    List<Person> found =
        login.contains("@")
            ? people.withEmail(district.number(), login)
            : people.withUsername(district.number(), login);
    if (found.isEmpty() && login.contains("@")) {
      // Some districts' user names are addresses.
      found = people.withUsername(district.number(), login);
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
