package org.rollbook.registry.reading;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollbook.core.roster.RecordId;

/**
 * A listing in SQL: kinds and ids. Lists of all records of a kind walk the primary key of {@code
 * share_member}, so that the last page costs as much as the first.
 *
 * @param of the record that the list is about, which the reader must see
 * @param parameters what {@code sql} leaves open besides district, cursor and limit
 */
record ListingSql(Optional<Owner> of, String sql, Map<String, Object> parameters) {
  /** The record that a list is about. */
  record Owner(RecordType type, RecordId id) {}

  private static final String PAGE = " where id {>} :cursor order by id {asc} limit :limit";

  /** Few of a district's adults: word for word the condition of the index shared_district_admin. */
  private static final String DISTRICT_ADMINS =
      """
      select kind, id from shared_object
      where district_id = :district and kind = 4 and object #> '{roles,district_admin}' is not null
        and id {>} :cursor order by id {asc} limit :limit\
      """;

  static ListingSql of(Listing listing) {
    return switch (listing) {
      case Listing.All(RecordType type) -> all(type);
      case Listing.InRole(UserRole role) -> inRole(role);
      case Listing.Related(RecordId id, Relation relation) ->
          of(relation.of(), id, "select kind, id from (" + relation.sql() + ") r" + PAGE);
      case Listing.UsersOfSchool users -> usersOfSchool(users);
      case Listing.UsersOfSection(RecordId id, Optional<UserRole> role) ->
          of(RecordType.SECTIONS, id, usersOfSection(role));
      case Listing.SchoolsOfUser(RecordId id, boolean primary) ->
          of(RecordType.USERS, id, schoolsOfUser(primary));
    };
  }

  private static ListingSql of(RecordType type, RecordId id, String sql) {
    return new ListingSql(
        Optional.of(new Owner(type, id)), sql, Map.of("of", id.number(), "hex", id.hex()));
  }

  private static ListingSql all(RecordType type) {
    var kinds =
        type.kinds().stream()
            .map(kind ->
                "(select kind, id from share_member" + PAGE.replace("where", where(kind)) + ")")
            .collect(Collectors.joining(" union all "));
    return new ListingSql(
        Optional.empty(),
        "select kind, id from (" + kinds + ") r order by id {asc} limit :limit",
        Map.of());
  }

  private static String where(int kind) {
    return "where district_id = :district and kind = " + kind + " and";
  }

  private static ListingSql inRole(UserRole role) {
    var sql =
        """
        select m.kind, m.id from share_member m join shared_object o
          on o.district_id = :district and o.kind = m.kind and o.id = m.id
        where m.district_id = :district and m.kind = %d and o.object #> '{roles,%s}' is not null
          and m.id {>} :cursor order by m.id {asc} limit :limit\
        """
            .formatted(role.kind(), role.word());
    return switch (role) {
      case TEACHER, STAFF -> new ListingSql(Optional.empty(), sql, Map.of());
      case DISTRICT_ADMIN -> new ListingSql(Optional.empty(), DISTRICT_ADMINS, Map.of());
      case STUDENT, CONTACT ->
          new ListingSql(
              Optional.empty(),
              "select kind, id from share_member" + PAGE.replace("where", where(role.kind())),
              Map.of());
    };
  }

  private static ListingSql usersOfSchool(Listing.UsersOfSchool users) {
    var filter =
        users
            .role()
            .map(role -> atSchool(role, users.primary()))
            .orElse(users.primary() ? primaryOfAnybody() : "true");
    var sql =
        """
        select o.kind, o.id from linked_to(:of, '{4,5}') s join shared_object o
          on o.district_id = :district and o.kind = s.kind and o.id = s.id
        where %s and o.id {>} :cursor order by o.id {asc} limit :limit\
        """
            .formatted(filter);
    return of(RecordType.SCHOOLS, users.school(), sql);
  }

  private static String primaryOfAnybody() {
    return Stream.of(UserRole.STUDENT, UserRole.TEACHER, UserRole.STAFF)
        .map(role -> atSchool(role, true))
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  /** Whether the school {@code :hex} is one of the role, or the primary one. */
  private static String atSchool(UserRole role, boolean primary) {
    if (!primary) {
      return "jsonb_exists(o.object #> '{roles,%s,schools}', :hex)".formatted(role.word());
    }
    var path = role == UserRole.STAFF ? "schools,0" : "school";
    return "o.object #>> '{roles,%s,%s}' = :hex".formatted(role.word(), path);
  }

  private static String usersOfSection(Optional<UserRole> role) {
    var kinds = role.map(r -> Integer.toString(r.kind())).orElse("4, 5");
    return """
    select m.kind, m.id from shared_object o, unnest(o.links) link join share_member m
      on m.district_id = :district and m.kind in (%s) and m.id = link
    where o.district_id = :district and o.kind = 7 and o.id = :of
      and m.id {>} :cursor order by m.id {asc} limit :limit\
    """
        .formatted(kinds);
  }

  private static String schoolsOfUser(boolean primary) {
    var filter =
        !primary
            ? "true"
            : """
            lpad(to_hex(m.id), 24, '0') in (
              coalesce(o.object #>> '{roles,student,school}', ''),
              coalesce(o.object #>> '{roles,teacher,school}',
                o.object #>> '{roles,staff,schools,0}', ''))\
            """;
    return """
    select m.kind, m.id from shared_object o, unnest(o.links) link join share_member m
      on m.district_id = :district and m.kind = 1 and m.id = link
    where o.district_id = :district and o.kind in (4, 5) and o.id = :of and %s
      and m.id {>} :cursor order by m.id {asc} limit :limit\
    """
        .formatted(filter);
  }

  /** The page at {@code position}; in descending order when it is looked for backwards. */
  String page(Position position) {
    return sql.replace("{>}", position.comparison()).replace("{asc}", position.order());
  }
}
