package org.rollbook.hub.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is signed in, in the database: any node knows, and a session that is ended is ended. */
final class Sessions {
  /** Without a request for so long a session is over. */
  static final Duration IDLE = Duration.ofHours(1);

  /** And in any case after a school day. */
  static final Duration LONGEST = Duration.ofHours(10);

  /** Use is noted to the minute: not every request has to write. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final People people;
  private final Tokens tokens;
  private final InstantSource clock;

  Sessions(JdbcClient jdbc, People people, Tokens tokens, InstantSource clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Begins a session under a new id, which is never one that the browser brought. */
  String open(Person person) {
    var id = tokens.fresh();
    jdbc.sql(
            "insert into signin_session (digest, district_id, person_id, opened_at, used_at)"
                + " values (:digest, :district, :person, :now, :now)")
        .param("digest", Tokens.digest(id))
        .param("district", person.district().number())
        .param("person", person.id().number())
        .param("now", now())
        .update();
    return id;
  }

  /** Who is signed in with {@code id}; absent when it is over, or the person is gone. */
  Optional<Person> person(String id) {
    var digest = Tokens.digest(id);
    return jdbc.sql(
            "select district_id, person_id, used_at < :noted as noteworthy from signin_session"
                + " where digest = :digest and used_at > :idle and opened_at > :longest")
        .param("digest", digest)
        .param("noted", now().minus(NOTED))
        .param("idle", now().minus(IDLE))
        .param("longest", now().minus(LONGEST))
        .query((row, number) -> {
          if (row.getBoolean("noteworthy")) {
            noteUse(digest);
          }
          return people.person(row.getInt("district_id"), new RecordId(row.getLong("person_id")));
        })
        .optional()
        .flatMap(person -> person);
  }

  private void noteUse(byte[] digest) {
    jdbc.sql("update signin_session set used_at = :now where digest = :digest")
        .param("now", now())
        .param("digest", digest)
        .update();
  }

  void end(String id) {
    jdbc.sql("delete from signin_session where digest = :digest")
        .param("digest", Tokens.digest(id))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
