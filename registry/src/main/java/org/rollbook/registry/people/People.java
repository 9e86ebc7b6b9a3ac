package org.rollbook.registry.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.AppId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up published people. Thread-safe. */
public final class People {
  /** The role that somebody signs in with comes first: see {@link PersonRole}. */
  private static final String PERSON =
      """
      select d.id as number, d.key, d.record_id, o.id, r.role, o.object -> 'roles' -> r.role ->> 'legacy_id' as legacy_id,
        coalesce(o.object #>> '{name,first}', '') as given_name,
        coalesce(o.object #>> '{name,last}', '') as family_name,
        %s as email
      from shared_object o
      join district d on d.id = o.district_id
      cross join lateral (
        select role from unnest(array['student', 'teacher', 'district_admin', 'staff']) with ordinality as known (role, place)
        where jsonb_exists(o.object -> 'roles', role) order by place limit 1) r
      """;

  private static final String ALL_OF_IT = PERSON.formatted("o.object ->> 'email'");

  private static final String AS_SHARED =
      PERSON.formatted(
              "case when o.kind = 5 and 'email' = any(s.withheld_paths) then null"
                  + " else o.object ->> 'email' end")
          + """
          join share_member m on m.district_id = o.district_id and m.kind = o.kind and m.id = o.id
          join share s on s.district_id = m.district_id and s.app_id = m.app_id and s.selection <> 'none'
          """;

  private static final String EVERYBODY =
      ALL_OF_IT
          + """
          where o.district_id = :district and o.kind in (4, 5) and %s
          order by role, family_name, given_name, o.id limit :limit
          """;

  private static final String USERNAME =
      """
      lower(coalesce(
        o.object #>> '{roles,student,credentials,district_username}',
        o.object #>> '{roles,teacher,credentials,district_username}',
        o.object #>> '{roles,staff,credentials,district_username}'))\
      """;

  private static final String DISTRICT =
      "select d.id as number, d.key, d.record_id from district d where exists"
          + " (select from share s where s.district_id = d.id and s.selection <> 'none')";

  private final JdbcClient jdbc;

  public People(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The districts whose people may sign in, by name. */
  public List<PublishedDistrict> districts() {
    return jdbc.sql(DISTRICT + " order by d.key").query(People::district).list();
  }

  /** One of {@link #districts}. */
  public Optional<PublishedDistrict> district(RecordId record) {
    return jdbc.sql(DISTRICT + " and d.record_id = :record")
        .param("record", record.number())
        .query(People::district)
        .optional();
  }

  /** One of {@link #districts}. */
  public Optional<PublishedDistrict> district(DistrictKey key) {
    return jdbc.sql(DISTRICT + " and d.key = :key")
        .param("key", key.value())
        .query(People::district)
        .optional();
  }

  /** The student or adult with {@code id}. */
  public Optional<Person> person(int district, RecordId id) {
    return jdbc.sql(
            ALL_OF_IT + "where o.district_id = :district and o.kind in (4, 5) and o.id = :id")
        .param("district", district)
        .param("id", id.number())
        .query(People::person)
        .optional();
  }

  /** The student or adult with {@code id} as {@code app} sees them; absent when it does not. */
  public Optional<Person> person(int district, RecordId id, AppId app) {
    return jdbc.sql(
            AS_SHARED
                + "where o.district_id = :district and o.kind in (4, 5) and o.id = :id"
                + " and m.app_id = :app")
        .param("district", district)
        .param("id", id.number())
        .param("app", app.number())
        .query(People::person)
        .optional();
  }

  /** All whose e-mail {@code email} is, in any capitals. */
  public List<Person> withEmail(int district, String email) {
    return jdbc.sql(
            ALL_OF_IT
                + "where o.district_id = :district and o.kind in (4, 5)"
                + " and lower(o.object ->> 'email') = :email")
        .param("district", district)
        .param("email", email.toLowerCase(Locale.ROOT))
        .query(People::person)
        .list();
  }

  /** All whose district user name {@code name} is, in any capitals. */
  public List<Person> withUsername(int district, String name) {
    // The first is word for word the expression of the index shared_person_by_username, which has
    // no room for a name of any length.
    return jdbc.sql(
            ALL_OF_IT
                + """
                where o.district_id = :district and o.kind in (4, 5)
                  and left(%1$s, 200) = left(:name, 200) and %1$s = :name
                """
                    .formatted(USERNAME))
        .param("district", district)
        .param("name", name.toLowerCase(Locale.ROOT))
        .query(People::person)
        .list();
  }

  /** The id of the school that the SIS calls {@code sisId}. */
  public Optional<RecordId> school(int district, String sisId) {
    return jdbc.sql(
            "select id from school where district_id = :district and source_id = :source"
                + " and deleted_event is null")
        .param("district", district)
        .param("source", sisId)
        .query((row, number) -> new RecordId(row.getLong(1)))
        .optional();
  }

  /** Everybody of a school, by role and name; at most {@code limit}. */
  public List<Person> ofSchool(int district, RecordId school, int limit) {
    return jdbc.sql(EVERYBODY.formatted("o.links @> array[cast(:school as bigint)]"))
        .param("district", district)
        .param("school", school.number())
        .param("limit", limit)
        .query(People::person)
        .list();
  }

  /** Everybody who is a teacher, by name; at most {@code limit}. */
  public List<Person> teachers(int district, int limit) {
    return jdbc.sql(
            EVERYBODY.formatted("o.kind = 4 and jsonb_exists(o.object -> 'roles', 'teacher')"))
        .param("district", district)
        .param("limit", limit)
        .query(People::person)
        .list();
  }

  /** Whether {@code district} shares anything with {@code app}. */
  public boolean shares(int district, AppId app) {
    return jdbc.sql(
            "select exists (select from share where district_id = :district and app_id = :app and"
                + " selection <> 'none')")
        .param("district", district)
        .param("app", app.number())
        .query(Boolean.class)
        .single();
  }

  /** The apps that see {@code person}, by name. */
  public List<AppId> appsOf(Person person) {
    return jdbc
        .sql(
            """
            select a.id from share_member m join app a on a.id = m.app_id
            join share s on s.district_id = m.district_id and s.app_id = m.app_id and s.selection <> 'none'
            where m.district_id = :district and m.kind in (4, 5) and m.id = :id order by a.name
            """)
        .param("district", person.district().number())
        .param("id", person.id().number())
        .query(Integer.class)
        .list()
        .stream()
        .map(AppId::new)
        .toList();
  }

  private static PublishedDistrict district(ResultSet row, int number) throws SQLException {
    return new PublishedDistrict(
        new DistrictKey(row.getString("key")),
        new RecordId(row.getLong("record_id")),
        row.getInt("number"));
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        district(row, number),
        new RecordId(row.getLong("id")),
        PersonRole.of(row.getString("role")),
        row.getString("legacy_id"),
        row.getString("given_name"),
        row.getString("family_name"),
        Optional.ofNullable(row.getString("email")));
  }
}
