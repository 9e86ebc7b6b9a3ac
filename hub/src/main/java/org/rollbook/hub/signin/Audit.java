package org.rollbook.hub.signin;

import java.sql.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.sharing.AppId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who signed in, who could not, when, with which app and from where. Holds no secret. */
final class Audit {
  /** A school year and some, so that an incident can be looked into. */
  static final Duration KEPT = Duration.ofDays(400);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Audit(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void note(Happening what, Person who, String address) {
    write(what, who.district().number(), who.id().number(), null, address);
  }

  void note(Happening what, Person who, AppId app, String address) {
    write(what, who.district().number(), who.id().number(), app.number(), address);
  }

  /** Of somebody whom we do not know. */
  void stranger(Happening what, int district, String address) {
    write(what, district, null, null, address);
  }

  /** Of somebody of whom we do not even know the district. */
  void stranger(Happening what, String address) {
    write(what, null, null, null, address);
  }

  private void write(
      Happening what,
      @Nullable Integer district,
      @Nullable Long person,
      @Nullable Integer app,
      String address) {
    jdbc.sql(
            "insert into signin_audit (at, what, district_id, person_id, app_id, address)"
                + " values (:at, :what, :district, :person, :app, :address)")
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("what", what.word())
        .param("district", district, Types.INTEGER)
        .param("person", person, Types.BIGINT)
        .param("app", app, Types.INTEGER)
        .param("address", address)
        .update();
  }
}
