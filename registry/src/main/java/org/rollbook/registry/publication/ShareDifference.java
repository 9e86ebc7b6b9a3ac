package org.rollbook.registry.publication;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change of a share makes come and go, people by role: who has two is counted twice.
 *
 * @param counts by Clever's word for the kind of record
 * @param examples some of each kind and direction, by name
 */
public record ShareDifference(SortedMap<String, Count> counts, List<Example> examples) {
  /** How many of each kind are listed by name. */
  public static final int LISTED = 20;

  public ShareDifference {
    examples = List.copyOf(examples);
  }

  /** How many were there, come and go. */
  public record Count(long before, long coming, long going) {}

  /**
   * One record that comes or goes; {@code rule} is the number of the rule that (has) brought it.
   */
  public record Example(String kind, String name, String sisId, boolean comes, int rule) {}

  /** Each record of the share before and after, once for each of its roles. */
  private static final String MEMBERS =
      """
      with member as (
        select m.kind, m.id, coalesce(c.before, m.rule) as before_rule,
               m.rule as after_rule, c.before is null and c.after is not null as comes, false as goes
        from share_member m
        left join member_change c on c.app_id = :app and c.kind = m.kind and c.id = m.id
        where m.district_id = :district and m.app_id = :app
        union all
        select c.kind, c.id, c.before, c.after, false, true
        from member_change c where c.app_id = :app and c.before is not null and c.after is null),
      shown as (
        select m.*, coalesce(x.before, o.object) as object
        from member m
        left join object_change x on m.goes and x.kind = m.kind and x.id = m.id
        left join shared_object o
          on o.district_id = :district and o.kind = m.kind and o.id = m.id),
      role as (
        select s.*, w.word, s.object -> 'roles' -> w.role as role
        from shown s
        join (values (1, null, 'schools'), (2, null, 'terms'), (3, null, 'courses'),
                     (4, 'teacher', 'teachers'), (4, 'staff', 'staff'),
                     (5, 'student', 'students'), (6, 'contact', 'contacts'),
                     (7, null, 'sections')) w(kind, role, word)
          on w.kind = s.kind and (w.role is null or s.object -> 'roles' -> w.role is not null))
      """;

  static ShareDifference read(DistrictSql sql, int app) {
    return new ShareDifference(counts(sql, app), examples(sql, app));
  }

  private static SortedMap<String, Count> counts(DistrictSql sql, int app) {
    var counts = new TreeMap<String, Count>();
    sql.query(
            MEMBERS
                + """
                select word, count(*) filter (where not comes) as before,
                       count(*) filter (where comes) as coming, count(*) filter (where goes) as going
                from role group by word
                """,
            "app",
            app)
        .query(row -> {
          counts.put(
              row.getString("word"),
              new Count(row.getLong("before"), row.getLong("coming"), row.getLong("going")));
        });
    return counts;
  }

  private static List<Example> examples(DistrictSql sql, int app) {
    return sql.query(
            MEMBERS
                + """
                select * from (
                  select word, comes, n.name, coalesce(
                           object ->> 'sis_id', role ->> 'sis_id', role ->> 'staff_id', '') as sis_id,
                         case when comes then after_rule else before_rule end as rule,
                         row_number() over (partition by word, comes order by n.name, id) as place
                  from role
                  cross join lateral (select case jsonb_typeof(object -> 'name')
                    when 'object' then concat_ws(' ', object #>> '{name,first}',
                                                 object #>> '{name,last}')
                    else object ->> 'name' end as name) n
                  where comes or goes) r
                where place <= :listed
                order by word, comes desc, place
                """,
            "app",
            app,
            "listed",
            LISTED)
        .query((row, n) ->
            new Example(
                row.getString("word"),
                row.getString("name"),
                row.getString("sis_id"),
                row.getBoolean("comes"),
                row.getInt("rule")))
        .list();
  }
}
