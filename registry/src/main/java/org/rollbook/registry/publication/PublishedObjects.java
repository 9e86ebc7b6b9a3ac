package org.rollbook.registry.publication;

import java.util.List;

/** Renders the candidates, compares them with what is published, and publishes what differs. */
final class PublishedObjects {
  private static final List<String> RENDERINGS =
      List.of(
          PlaceObjects.DISTRICT,
          PlaceObjects.SCHOOL,
          PlaceObjects.TERM,
          PlaceObjects.COURSE,
          PersonObjects.ADULT,
          PersonObjects.STUDENT,
          PersonObjects.CONTACT,
          PlaceObjects.SECTION);

  private final DistrictSql sql;

  PublishedObjects(DistrictSql sql) {
    this.sql = sql;
  }

  /** Makes {@code object_change} and brings {@code shared_object} up to it. */
  void publish() {
    new PrimarySchools(sql).find();
    RENDERINGS.forEach(sql::run);
    sql.run("analyze rendered (kind, id)");
    compare();
    write();
  }

  private void compare() {
    sql.run(
        """
        insert into object_change
        select c.kind, c.id, o.object,
               stamped(c.kind, r.object, coalesce(o.object -> 'created', now.at), now.at),
               o.links, r.links
        from candidate c
        cross join (select to_jsonb(api_time(:at)) as at) now
        left join rendered r on r.kind = c.kind and r.id = c.id
        left join shared_object o
          on o.district_id = :district and o.kind = c.kind and o.id = c.id
        where unstamped(o.object) is distinct from r.object
        """);
    sql.run("analyze object_change (kind, id)");
  }

  private void write() {
    sql.run(
        """
        delete from shared_object o using object_change c
        where c.after is null and o.district_id = :district and o.kind = c.kind and o.id = c.id
        """);
    sql.run(
        """
        update shared_object o set object = c.after, links = c.links_after
        from object_change c
        where c.before is not null and c.after is not null
          and o.district_id = :district and o.kind = c.kind and o.id = c.id
        """);
    long added =
        sql.run(
            """
            insert into shared_object (district_id, kind, id, object, links)
            select :district, kind, id, after, links_after from object_change
            where before is null order by kind, id
            """);
    if (added > 1_000) {
      // Links wait in a list for their index; looking through thousands of them takes long.
      sql.query("select gin_clean_pending_list('shared_object_by_link')")
          .query(Long.class)
          .single();
    }
    sql.refreshStatistics("shared_object", "(district_id, kind, id, links)", added);
  }
}
