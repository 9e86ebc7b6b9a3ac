package org.rollbook.hub.signin;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.rollbook.registry.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The passwords of people who sign in with ours: Argon2id, 16 MiB, a salt each. */
final class Passwords {
  static final int SHORTEST = 10;
  static final int LONGEST = 200;

  /**
   * An adult's ids become one when a teacher and a staff record turn out to be the same person: the
   * password goes with them.
   */
  private static final String HASH =
      """
      select p.hash from signin_password p
      left join adult a on a.district_id = p.district_id and a.record_id = p.person_id
      where p.district_id = :district
        and (p.person_id = :person
          or p.person_id in (select record_id from adult where district_id = :district and user_id = :person))
        and coalesce(a.user_id, p.person_id) = :person
      order by p.set_at desc limit 1
      """;

  private final JdbcClient jdbc;
  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  /** Hashing takes memory and time on purpose: only so many at once, or it would be an attack. */
  private final Semaphore places = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

  /** Of a password that nobody has: who has none is looked at just as long. */
  private final String nobodys;

  Passwords(JdbcClient jdbc, Tokens tokens) {
    this.jdbc = jdbc;
    this.nobodys = hash(tokens.fresh());
  }

  /** What a password proves. */
  enum Answer {
    RIGHT,
    WRONG,
    /** The person has none, or there is no such person. */
    NONE
  }

  /** Takes as long for nobody as for somebody. */
  Answer check(Optional<Person> person, String password) {
    Optional<String> known = person.flatMap(this::hashOf);
    boolean right =
        password.length() <= LONGEST
            && withPlace(() -> encoder.matches(password, known.orElse(nobodys)));
    if (known.isEmpty()) {
      return Answer.NONE;
    }
    return right ? Answer.RIGHT : Answer.WRONG;
  }

  private Optional<String> hashOf(Person person) {
    return jdbc.sql(HASH)
        .param("district", person.district().number())
        .param("person", person.id().number())
        .query(String.class)
        .optional();
  }

  String hash(String password) {
    return withPlace(() -> java.util.Objects.requireNonNull(encoder.encode(password)));
  }

  private <T> T withPlace(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
