package org.rollbook.hub.signin;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One-time codes with which people set their password, also when they forgot the former one. Who
 * invites has made sure that the code reaches the right person. Thread-safe.
 */
public final class Invitations {
  /** Long enough for a letter to the parents. */
  static final Duration VALID = Duration.ofDays(14);

  /** Crockford's: no letter that looks like a digit. */
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** 80 bits: typed by hand, and still not to be guessed nor found from the digest. */
  private static final int LENGTH = 16;

  private static final int GROUP = 4;

  private final JdbcClient jdbc;
  private final People people;
  private final Passwords passwords;
  private final SecureRandom random;
  private final InstantSource clock;
  private final URI publicUrl;

  Invitations(
      JdbcClient jdbc,
      People people,
      Passwords passwords,
      SecureRandom random,
      InstantSource clock,
      URI publicUrl) {
    this.jdbc = jdbc;
    this.people = people;
    this.passwords = passwords;
    this.random = random;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /**
   * Makes a code for {@code person}; a former one is void from now on.
   *
   * @throws IllegalArgumentException when no app of the district's can see such a person
   */
  public Invitation invite(DistrictKey district, RecordId person) {
    var invited =
        people
            .district(district)
            .flatMap(known -> people.person(known.number(), person))
            .orElseThrow(() ->
                new IllegalArgumentException(
                    ("%s has no published student or adult with the id %s. Share the district with"
                            + " an app first, and take the id that its API shows.")
                        .formatted(district, person)));
    var drawn = drawn();
    jdbc.sql(
            """
            insert into signin_invitation (district_id, person_id, code_digest, expires_at)
            values (:district, :person, :digest, :expires)
            on conflict (district_id, person_id)
            do update set code_digest = excluded.code_digest, expires_at = excluded.expires_at
            """)
        .param("district", invited.district().number())
        .param("person", invited.id().number())
        .param("digest", digest(drawn.code()))
        .param("expires", drawn.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
    return drawn;
  }

  /** A new code, which opens nothing until it is kept for a person. */
  Invitation drawn() {
    var code = code();
    return new Invitation(
        code, publicUrl.resolve("/signin/invitation?code=" + code), clock.instant().plus(VALID));
  }

  private String code() {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
    }
    return code.toString();
  }

  /** However it was typed: small letters, no dashes, O for 0, I or L for 1. */
  static byte[] digest(String typed) {
    return Tokens.digest(
        "invitation "
            + typed
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
  }

  /** Whose code it is; absent when it is void. */
  Optional<Person> invited(String code) {
    return jdbc.sql(
            "select district_id, person_id from signin_invitation"
                + " where code_digest = :digest and expires_at > :now")
        .param("digest", digest(code))
        .param("now", now())
        .query((row, number) ->
            people.person(row.getInt("district_id"), new RecordId(row.getLong("person_id"))))
        .optional()
        .flatMap(person -> person);
  }

  /**
   * Sets the password of the person whose code it is. The code is used up, and whoever is signed in
   * as this person is so no more.
   *
   * @param password as people may choose it: see the page that asks for it
   * @return the person; absent when the code is void, also because it was used meanwhile
   */
  public Optional<Person> redeem(String code, String password) {
    var person = invited(code);
    if (person.isEmpty()) {
      return Optional.empty();
    }
    int set =
        jdbc.sql(
                """
                with taken as (
                  delete from signin_invitation
                  where code_digest = :digest and expires_at > :now
                  returning district_id, person_id),
                ended as (
                  delete from signin_session s using taken t
                  where s.district_id = t.district_id and s.person_id = t.person_id)
                insert into signin_password (district_id, person_id, hash, set_at)
                select district_id, person_id, :hash, :now from taken
                on conflict (district_id, person_id)
                do update set hash = excluded.hash, set_at = excluded.set_at
                """)
            .param("digest", digest(code))
            .param("now", now())
            .param("hash", passwords.hash(password))
            .update();
    return set == 1 ? person : Optional.empty();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
