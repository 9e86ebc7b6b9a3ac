package org.rollbook.hub.signin;

import java.io.IOException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.people.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Invitations for a school, or for all teachers, at the beginning of a year. Whoever has a password
 * keeps it and needs none; whoever has an invitation that is still good keeps that one, for the
 * letter may be on its way. Thread-safe.
 */
public final class ManyInvitations {
  /** How many people are invited at once at most. */
  public static final int MOST = 50_000;

  private final JdbcClient jdbc;
  private final Invitations invitations;
  private final InstantSource clock;

  ManyInvitations(JdbcClient jdbc, Invitations invitations, InstantSource clock) {
    this.jdbc = jdbc;
    this.invitations = invitations;
    this.clock = clock;
  }

  /** One person's. */
  public record Letter(Person person, Invitation invitation) {}

  /** Where letters go. */
  @FunctionalInterface
  public interface Letters {
    void write(List<Letter> letters) throws IOException;
  }

  /**
   * What became of the people.
   *
   * @param withPassword who have one and were left alone
   * @param alreadyInvited whose former invitation is still good
   */
  public record Result(int invited, int withPassword, int alreadyInvited) {}

  private enum State {
    NEW,
    INVITED,
    WITH_PASSWORD
  }

  /**
   * Invites who needs it. Codes open something only after {@code letters} has returned: none is
   * good that nobody was given.
   *
   * @param people of one district, at most {@link #MOST}
   * @param again whether those are invited anew whose invitation is still good: the former is void
   */
  public Result invite(List<Person> people, boolean again, Letters letters) throws IOException {
    if (people.size() > MOST) {
      throw new IllegalArgumentException(people.size() + " people are more than " + MOST);
    }
    Map<RecordId, State> states = people.isEmpty() ? Map.of() : states(people);
    var written = new ArrayList<Letter>();
    for (Person person : people) {
      var state = states.getOrDefault(person.id(), State.NEW);
      if (state == State.NEW || (again && state == State.INVITED)) {
        written.add(new Letter(person, invitations.drawn()));
      }
    }
    letters.write(List.copyOf(written));
    if (!written.isEmpty()) {
      open(written);
    }
    int withPassword = count(states, State.WITH_PASSWORD);
    return new Result(written.size(), withPassword, people.size() - withPassword - written.size());
  }

  private static int count(Map<RecordId, State> states, State state) {
    return (int) states.values().stream().filter(state::equals).count();
  }

  private Map<RecordId, State> states(List<Person> people) {
    var states = new TreeMap<RecordId, State>();
    jdbc.sql(
            """
            select w.id, exists (
                select from signin_password p
                where p.district_id = :district and (p.person_id = w.id or p.person_id in (
                  select a.record_id from adult a
                  where a.district_id = :district and a.user_id = w.id))),
              exists (
                select from signin_invitation i
                where i.district_id = :district and i.person_id = w.id and i.expires_at > :now)
            from unnest(:people) w(id)
            """)
        .param("district", people.getFirst().district().number())
        .param("people", people.stream().mapToLong(person -> person.id().number()).toArray())
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .query(row -> {
          var invited = row.getBoolean(3) ? State.INVITED : State.NEW;
          states.put(
              new RecordId(row.getLong(1)), row.getBoolean(2) ? State.WITH_PASSWORD : invited);
        });
    return states;
  }

  /** All in one statement: all are good, or none. */
  private void open(List<Letter> letters) {
    var people = letters.stream().mapToLong(letter -> letter.person.id().number()).toArray();
    var digests =
        letters.stream()
            .map(letter -> HexFormat.of().formatHex(Invitations.digest(letter.invitation.code())))
            .toArray(String[]::new);
    jdbc.sql(
            """
            insert into signin_invitation (district_id, person_id, code_digest, expires_at)
            select :district, w.person, decode(w.digest, 'hex'), :expires
            from unnest(:people, :digests) w(person, digest)
            on conflict (district_id, person_id)
            do update set code_digest = excluded.code_digest, expires_at = excluded.expires_at
            """)
        .param("district", letters.getFirst().person.district().number())
        .param("people", people)
        .param("digests", digests)
        .param("expires", letters.getFirst().invitation.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }
}
