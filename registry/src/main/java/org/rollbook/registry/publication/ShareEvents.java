package org.rollbook.registry.publication;

/**
 * Tells one app what changed for it (H5): first what came, in the order of kinds, then what
 * changed, then what went, in the opposite order; so it never meets an id of its share that it has
 * not been told of, nor is left with one that is gone.
 */
final class ShareEvents {
  private final DistrictSql sql;
  private final PublishedShare share;

  ShareEvents(DistrictSql sql, PublishedShare share) {
    this.sql = sql;
    this.share = share;
  }

  /** Makes events of {@code member_change} and {@code object_change}; returns how many. */
  long tell() {
    return tell("created", CREATED + " order by m.kind, m.id")
        + tell("updated", UPDATED + " order by e.kind, e.id")
        + tell("deleted", DELETED + " order by m.kind desc, m.id desc");
  }

  private static final String CREATED =
      """
      select m.kind, m.id, as_shared(m.kind, o.object, :withheld) as object,
             null::jsonb as previous, o.links
      from member_change m
      join shared_object o on o.district_id = :district and o.kind = m.kind and o.id = m.id
      where m.app_id = :app and m.before is null and m.after is not null
      """;

  /** A change of nothing but what the app is not sent is no news to it. */
  private static final String UPDATED =
      """
      select e.kind, e.id, e.after as object,
             former(unmoved(e.before), unmoved(e.after)) as previous, e.links
      from (
        select o.kind, o.id, x.links_before || o.links as links,
               as_shared(o.kind, coalesce(x.before, o.object), :formerlyWithheld) as before,
               as_shared(o.kind, o.object, :withheld) as after
        from (
          select kind, id from object_change
          union
          select kind, id from share_member
          where :fields and district_id = :district and app_id = :app and kind = 5) c
        join share_member m on m.district_id = :district and m.app_id = :app
          and m.kind = c.kind and m.id = c.id
        join shared_object o on o.district_id = :district and o.kind = c.kind and o.id = c.id
        left join object_change x on x.kind = c.kind and x.id = c.id
        where not exists (
          select from member_change n
          where n.app_id = :app and n.kind = c.kind and n.id = c.id and n.before is null)) e
      where unmoved(e.before) is distinct from unmoved(e.after)
      """;

  /** What goes is shown as the app last knew it. */
  private static final String DELETED =
      """
      select m.kind, m.id,
             as_shared(m.kind, coalesce(x.before, o.object), :formerlyWithheld) as object,
             null::jsonb as previous, coalesce(x.links_before, o.links) as links
      from member_change m
      left join object_change x on x.kind = m.kind and x.id = m.id
      left join shared_object o on o.district_id = :district and o.kind = m.kind and o.id = m.id
      where m.app_id = :app and m.before is not null and m.after is null
      """;

  private long tell(String operation, String changes) {
    return sql.run(
        """
        insert into share_event (district_id, app_id, id, at, kind, record_id, operation,
                                 record_type, object, previous, school_ids)
        select :district, :app, nextval('share_event_id'), :at, t.kind, t.id, :operation,
               ('{districts,schools,terms,courses,users,users,users,sections}'::text[])[t.kind + 1],
               t.object, t.previous,
               array(select s.id from school s
                     where s.district_id = :district and s.id = any(t.links || t.id)
                     order by s.id)
        from (%s) t
        """
            .formatted(changes),
        "app",
        share.app(),
        "operation",
        operation,
        "withheld",
        share.withheld().toArray(String[]::new),
        "formerlyWithheld",
        share.formerlyWithheld().toArray(String[]::new),
        "fields",
        share.fieldsChanged());
  }
}
