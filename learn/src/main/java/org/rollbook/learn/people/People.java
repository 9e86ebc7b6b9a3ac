package org.rollbook.learn.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.rollbook.learn.database.LearnDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The accounts. One is found again by district and Clever's id, by nothing else: people change
 * their names and addresses, and share them. Safe for several threads.
 */
public final class People {
  private static final String COLUMNS =
      "district_id, id, clever_id, teaches, attends, given_name, family_name, email";

  private final JdbcClient jdbc;

  public People(LearnDatabase database) {
    this.jdbc = database.jdbc();
  }

  /** Makes sure that the district is there; a name that is empty text is no news. */
  public void ensure(DistrictId district, String name) {
    jdbc.sql(
            """
            insert into district (id, name) values (:id, :name)
            on conflict (id) do update set name = excluded.name
              where excluded.name <> '' and district.name <> excluded.name
            """)
        .param("id", district.value())
        .param("name", name.replace("\0", ""))
        .update();
  }

  /** The name of a district; absent when nothing of it is here, or it has none. */
  public Optional<String> districtName(DistrictId district) {
    return jdbc.sql("select name from district where id = ? and name <> ''")
        .param(district.value())
        .query(String.class)
        .optional();
  }

  /** Makes or renews one account. */
  public Person provision(DistrictId district, Profile profile) {
    return provision(district, List.of(profile)).values().iterator().next();
  }

  /**
   * Makes the accounts that are missing and renews those that differ, in one statement that writes
   * nothing for the others; the district must be there. Who comes without any name keeps the
   * former. Takes part in a transaction under way.
   *
   * @return everybody asked for, by Clever's id
   */
  public Map<String, Person> provision(DistrictId district, Collection<Profile> profiles) {
    // In one order always: two syncs that renew the same people do not wait for each other in turn.
    var byId = new TreeMap<String, Profile>();
    profiles.forEach(profile -> byId.put(profile.cleverId(), profile));
    List<Profile> sorted = List.copyOf(byId.values());
    if (sorted.isEmpty()) {
      return Map.of();
    }
    jdbc.sql(
            """
            insert into person
              (district_id, clever_id, teaches, attends, given_name, family_name, email)
            select :district, given.clever_id, given.teaches, given.attends,
              coalesce(
                case when given.first || given.last = '' then known.given_name end, given.first),
              coalesce(
                case when given.first || given.last = '' then known.family_name end, given.last),
              given.email
            from unnest(
              :ids::text[], :teaches::boolean[], :attends::boolean[],
              :givenNames::text[], :familyNames::text[], :emails::text[])
              as given (clever_id, teaches, attends, first, last, email)
            left join person as known
              on known.district_id = :district and known.clever_id = given.clever_id
            order by given.clever_id
            on conflict (district_id, clever_id) do update set
              teaches = excluded.teaches, attends = excluded.attends,
              given_name = excluded.given_name, family_name = excluded.family_name,
              email = excluded.email
            where (person.teaches, person.attends, person.given_name, person.family_name)
                <> (excluded.teaches, excluded.attends, excluded.given_name, excluded.family_name)
              or person.email is distinct from excluded.email
            """)
        .param("district", district.value())
        .param("ids", column(sorted, Profile::cleverId))
        .param("teaches", column(sorted, Profile::teaches))
        .param("attends", column(sorted, Profile::attends))
        .param("givenNames", column(sorted, Profile::givenName))
        .param("familyNames", column(sorted, Profile::familyName))
        .param("emails", emails(sorted))
        .update();
    return known(district, sorted.stream().map(Profile::cleverId).toList());
  }

  private static Object[] column(List<Profile> profiles, Function<Profile, Object> field) {
    return profiles.stream().map(field).map(Object::toString).toArray(String[]::new);
  }

  private static Object[] emails(List<Profile> profiles) {
    return profiles.stream().map(profile -> profile.email().orElse(null)).toArray(String[]::new);
  }

  /** Those of the users who have an account, by Clever's id. */
  public Map<String, Person> known(DistrictId district, Collection<String> cleverIds) {
    var found = new LinkedHashMap<String, Person>();
    jdbc.sql(
            "select "
                + COLUMNS
                + " from person where district_id = :district"
                + " and clever_id = any(:ids::text[]) order by clever_id")
        .param("district", district.value())
        .param("ids", cleverIds.toArray(String[]::new))
        .query(People::person)
        .list()
        .forEach(person -> found.put(person.cleverId(), person));
    return Map.copyOf(found);
  }

  /** The account of one of Clever's users. */
  public Optional<Person> known(DistrictId district, String cleverId) {
    return Optional.ofNullable(known(district, List.of(cleverId)).get(cleverId));
  }

  public Optional<Person> find(PersonId id) {
    return jdbc.sql("select " + COLUMNS + " from person where district_id = ? and id = ?")
        .params(id.district().value(), id.number())
        .query(People::person)
        .optional();
  }

  /** Notes that somebody signed in. */
  public void signedIn(PersonId id, Instant when) {
    jdbc.sql("update person set signed_in_at = ? where district_id = ? and id = ?")
        .params(when.atOffset(ZoneOffset.UTC), id.district().value(), id.number())
        .update();
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        new PersonId(new DistrictId(row.getString("district_id")), row.getLong("id")),
        row.getString("clever_id"),
        row.getBoolean("teaches"),
        row.getBoolean("attends"),
        row.getString("given_name"),
        row.getString("family_name"),
        Optional.ofNullable(row.getString("email")));
  }
}
