package org.rollbook.learn.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.PersonId;

/** Who is signed in with a browser. The session holds the account's key, nothing of Clever's. */
final class Sessions {
  /** In any case after a school day. */
  static final Duration LONGEST = Duration.ofHours(12);

  private static final String DISTRICT = "district";
  private static final String PERSON = "person";
  private static final String SINCE = "since";

  private final People people;
  private final InstantSource clock;

  Sessions(People people, InstantSource clock) {
    this.people = people;
    this.clock = clock;
  }

  /** Begins a session under a new id; whoever was signed in on this device is so no more. */
  void enter(HttpServletRequest request, Person person) {
    leave(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(DISTRICT, person.id().district().value());
    session.setAttribute(PERSON, person.id().number());
    session.setAttribute(SINCE, clock.instant().getEpochSecond());
  }

  void leave(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Who is signed in, as the account is now. */
  Optional<Person> person(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null
        && session.getAttribute(DISTRICT) instanceof String district
        && session.getAttribute(PERSON) instanceof Long number
        && session.getAttribute(SINCE) instanceof Long since) {
      if (Instant.ofEpochSecond(since).plus(LONGEST).isAfter(clock.instant())) {
        return people.find(new PersonId(new DistrictId(district), number));
      }
      session.invalidate();
    }
    return Optional.empty();
  }
}
