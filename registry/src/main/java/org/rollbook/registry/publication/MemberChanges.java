package org.rollbook.registry.publication;

/** Compares who was brought with who was there, and writes the difference. */
final class MemberChanges {
  private final DistrictSql sql;
  private final PublishedShare share;

  MemberChanges(DistrictSql sql, PublishedShare share) {
    this.sql = sql;
    this.share = share;
  }

  /**
   * Adds to {@code member_change} and brings {@code share_member} up to it.
   *
   * @param kinds the candidates of these kinds
   */
  void settle(String kinds) {
    long changed =
        run(
            """
            insert into member_change
            select :app, c.kind, c.id, m.rule, b.rule
            from member_candidate c
            left join (select kind, id, min(rule) as rule from brought group by kind, id) b
              on b.kind = c.kind and b.id = c.id
            left join share_member m on m.district_id = :district and m.app_id = :app
              and m.kind = c.kind and m.id = c.id
            where c.kind in (%s) and m.rule is distinct from b.rule
            """
                .formatted(kinds));
    if (changed > 0) {
      sql.refreshStatistics("member_change", "", changed);
      write(kinds);
      sql.refreshStatistics("share_member", "", changed);
    }
  }

  private void write(String kinds) {
    run(
        """
        delete from share_member m using member_change c
        where c.app_id = :app and c.kind in (%s) and c.after is null
          and m.district_id = :district and m.app_id = :app and m.kind = c.kind and m.id = c.id
        """
            .formatted(kinds));
    run(
        """
        insert into share_member (district_id, app_id, kind, id, rule)
        select :district, :app, kind, id, after from member_change
        where app_id = :app and kind in (%s) and after is not null
        order by kind, id
        on conflict (district_id, app_id, kind, id) do update set rule = excluded.rule
        """
            .formatted(kinds));
  }

  private long run(String statement) {
    return sql.run(statement, "app", share.app());
  }
}
