package org.rollbook.learn.signin;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.rollbook.learn.database.LearnDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who left for Clever, and with which browser. The state that Clever sends back with them is good
 * for one code and for the browser that left; in the database, so that any process knows, and two
 * deliveries at once are told apart.
 */
final class Departures {
  /** Somebody may have to look for a password first. */
  private static final Duration VALID = Duration.ofHours(1);

  private static final Duration KEPT = Duration.ofDays(1);

  /** Whoever is sent away unasked so often within a minute goes round in circles. */
  private static final int ROUNDS = 4;

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final InstantSource clock;

  Departures(LearnDatabase database, Secrets secrets, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Somebody leaves.
   *
   * @param browser what the browser shows us again
   * @param unasked they did not ask to sign in here: Clever sent them
   * @return the state to send along
   */
  String leave(String browser, Onward onward, boolean unasked) {
    String state = secrets.fresh();
    jdbc.sql(
            "insert into departure (state, browser, onward, unasked, begun_at)"
                + " values (:state, :browser, :onward, :unasked, :now)")
        .param("state", Secrets.digest(state))
        .param("browser", Secrets.digest(browser))
        .param("onward", onward.path())
        .param("unasked", unasked)
        .param("now", now())
        .update();
    return state;
  }

  /** Whether Clever sends this browser back without the state that we send along. */
  boolean inCircles(String browser) {
    return jdbc.sql(
                "select count(*) from departure"
                    + " where browser = :browser and unasked and code is null and begun_at > :then")
            .param("browser", Secrets.digest(browser))
            .param("then", now().minus(Duration.ofMinutes(1)))
            .query(Integer.class)
            .single()
        >= ROUNDS;
  }

  /** What a state is worth. */
  sealed interface Return {
    /** The code may be exchanged, by whoever got this answer and nobody else. */
    record First(Onward onward) implements Return {}

    /** The browser delivered the same code before. */
    record Again(Onward onward) implements Return {}

    /** Not of this browser, used up, or too old. */
    record Unknown() implements Return {}
  }

  /** Somebody comes back. */
  Return claim(String state, String browser, String code) {
    Optional<String> first =
        jdbc.sql(
                """
                update departure set code = :code
                where state = :state and browser = :browser and code is null and begun_at > :then
                returning onward
                """)
            .param("code", Secrets.digest(code))
            .param("state", Secrets.digest(state))
            .param("browser", Secrets.digest(browser))
            .param("then", now().minus(VALID))
            .query(String.class)
            .optional();
    return first
        .<Return>map(path -> new Return.First(new Onward(path)))
        .orElseGet(() -> claimed(state, browser, code));
  }

  private Return claimed(String state, String browser, String code) {
    return jdbc.sql(
            "select onward, code from departure where state = :state and browser = :browser")
        .param("state", Secrets.digest(state))
        .param("browser", Secrets.digest(browser))
        .query((row, number) ->
            Arrays.equals(row.getBytes("code"), Secrets.digest(code))
                ? new Return.Again(new Onward(row.getString("onward")))
                : new Return.Unknown())
        .optional()
        .orElseGet(Return.Unknown::new);
  }

  /** Notes how it ended, for a second delivery of the same. */
  void ended(String state, boolean signedIn) {
    jdbc.sql("update departure set outcome = :outcome where state = :state")
        .param("outcome", signedIn ? "SIGNED_IN" : "REFUSED")
        .param("state", Secrets.digest(state))
        .update();
  }

  /** Whether the first delivery signed somebody in; absent while it is under way. */
  Optional<Boolean> signedIn(String state) {
    return jdbc.sql(
            "select outcome = 'SIGNED_IN' from departure"
                + " where state = :state and outcome is not null")
        .param("state", Secrets.digest(state))
        .query(Boolean.class)
        .optional();
  }

  void forgetOldOnes() {
    jdbc.sql("delete from departure where begun_at < ?").param(now().minus(KEPT)).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
