package org.rollbook.learn.classes;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Codes that classes made by hand are joined with: eight characters that are not taken for one
 * another, 10^11 in all. Guessing one takes longer than anybody lives: after {@value #MOST_TRIES}
 * wrong ones a person waits until the quarter of an hour is over.
 */
final class JoinCodes {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final int MOST_TRIES = 10;
  private static final String WINDOW = "interval '15 minutes'";

  private final JdbcClient jdbc;
  private final RandomGenerator random;

  JoinCodes(JdbcClient jdbc, RandomGenerator random) {
    this.jdbc = jdbc;
    this.random = random;
  }

  String next() {
    var code = new StringBuilder();
    while (code.length() < LENGTH) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** As people type it: in small letters, with gaps. */
  static String read(String typed) {
    return typed.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
  }

  boolean mayTry(PersonId person) {
    return jdbc.sql(
            "select count(*) from wrong_code where district_id = ? and person_id = ?"
                + " and tries >= "
                + MOST_TRIES
                + " and since > now() - "
                + WINDOW)
        .params(person.district().value(), person.number())
        .query(Integer.class)
        .single()
        .equals(0);
  }

  void wrong(PersonId person) {
    jdbc.sql(
            """
            insert into wrong_code as known (district_id, person_id, tries, since)
            values (?, ?, 1, now())
            on conflict (district_id, person_id) do update set
              tries = case when known.since > now() - %1$s then known.tries + 1 else 1 end,
              since = case when known.since > now() - %1$s then known.since else now() end
            """
                .formatted(WINDOW))
        .params(person.district().value(), person.number())
        .update();
  }
}
