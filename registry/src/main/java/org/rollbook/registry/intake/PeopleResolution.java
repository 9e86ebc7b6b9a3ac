package org.rollbook.registry.intake;

import org.rollbook.core.roster.RecordKind;

/**
 * Merges the rows of each person: a person at two schools has two rows, a student with three
 * contacts three. The first row that says something is believed; schools and contacts add up.
 */
final class PeopleResolution {
  private final Statements sql;
  private final StagedSnapshot staged;
  private final RowCounts counts;

  PeopleResolution(Statements sql, StagedSnapshot staged, RowCounts counts) {
    this.sql = sql;
    this.staged = staged;
    this.counts = counts;
  }

  /**
   * Merges them, mostly into {@code merged_<kind>}.
   *
   * @return the table or view where they are
   */
  String merge(RosterTable table) {
    if (eachOnceAtOneSchool(table)) {
      return takeAsTheyAre(table);
    }
    findSchools(table);
    if (count(table, "select count(*) from at_school_{kind} where school_id is null") > 0) {
      leaveOutUnknownSchools(table);
    }
    long people = takeFirstRows(table);
    if (people < count(table, "select count(*) from raw_{kind}")) {
      fillFromLaterRows(table);
    }
    sql.tables().forget("at_school_" + table.table());
    return merged(table);
  }

  private static String merged(RosterTable table) {
    return "merged_" + table.table();
  }

  /** Whether everybody has one row, of one school that is known. */
  private boolean eachOnceAtOneSchool(RosterTable table) {
    return count(
                table,
                """
                select count(*) from raw_{kind} r left join {known} s on s.source_id = r.schools[1]
                where cardinality(r.schools) <> 1 or s.id is null
                """)
            == 0
        && count(
                table,
                """
                select count(*) from
                  (select from raw_{kind} group by source_id having count(*) > 1 limit 1) repeated
                """)
            == 0;
  }

  /**
   * What all that follows would come to, without sorting everybody, and without writing everybody
   * down once more where nothing is unread, that is, nobody changed afterwards. Only speed depends
   * on it.
   */
  private String takeAsTheyAre(RosterTable table) {
    String query =
        """
        select f.n, f.source_id, array[s.id] as school_ids, f.given_name, f.middle_name,
               f.family_name, f.email, f.attributes, {contacts} f.file, f.line
        from raw_{kind} f join {known} s on s.source_id = f.schools[1]
        """;
    if (count(table, "select count(*) from unread where kind = '{KIND}'") == 0) {
      sql.tables().view("settled_" + table.table(), query, names(table));
      return "settled_" + table.table();
    }
    sql.tables().fill(merged(table), query, names(table));
    return merged(table);
  }

  private void findSchools(RosterTable table) {
    sql.tables()
        .fill(
            "at_school_" + table.table(),
            """
            select r.n, r.source_id, u.place, s.id as school_id, u.key
            from raw_{kind} r
            cross join unnest(r.schools) with ordinality u(key, place)
            left join {known} s on s.source_id = u.key
            """,
            names(table));
  }

  /**
   * Whether a school that nobody knows stands in a row of its own or beside a known one: the person
   * is taken at the known ones. Rows are left out only of those who have no known school at all.
   */
  private void leaveOutUnknownSchools(RosterTable table) {
    sql.tables()
        .fill(
            "schoolless_" + table.table(),
            """
            select distinct a.n from at_school_{kind} a
            where a.school_id is null
              and not exists (select from at_school_{kind} k
                              where k.source_id = a.source_id and k.school_id is not null)
            """,
            names(table));
    rejectRowsWithoutSchool(table);
    find(
        table,
        "UNKNOWN_SCHOOL_LEFT_OUT",
        """
        select r.file, r.line, {column} as column_name,
               'The school ' || a.key || ' of {kind} ' || r.source_id ||
               ' is not among the schools; it was left out.' as message
        from raw_{kind} r join at_school_{kind} a on a.n = r.n
        where a.school_id is null
        """);
  }

  private void rejectRowsWithoutSchool(RosterTable table) {
    long rejected =
        find(
            table,
            "UNKNOWN_SCHOOL",
            """
            select r.file, r.line, {column} as column_name,
                   'The school ' || array_to_string(r.schools, ', ') || ' of {kind} ' ||
                   r.source_id || ' is not among the schools; this row was left out.' as message
            from raw_{kind} r where n in (select n from schoolless_{kind})
            """);
    counts.rejected(table.kind(), rejected);
    run(
        table,
        """
        insert into unread
        select '{KIND}', 'one', source_id, '', file, line from raw_{kind}
        where n in (select n from schoolless_{kind})
        """);
    run(table, "delete from raw_{kind} where n in (select n from schoolless_{kind})");
  }

  private long takeFirstRows(RosterTable table) {
    return sql.tables()
        .fill(
            merged(table),
            """
            select f.n, f.source_id, coalesce(s.ids, '{}') as school_ids, f.given_name, f.middle_name,
                   f.family_name, f.email, f.attributes, {contacts} f.file, f.line
            from (select distinct on (source_id) * from raw_{kind} order by source_id, n) f
            left join
              (select source_id, array_agg(school_id order by place) as ids
               from (select source_id, school_id, min(n * 1000 + place) as place
                     from at_school_{kind} where school_id is not null group by 1, 2) once
               group by 1) s on s.source_id = f.source_id
            """,
            names(table));
  }

  private void fillFromLaterRows(RosterTable table) {
    sql.tables()
        .fill(
            "repeated_" + table.table(),
            """
            select r.* from raw_{kind} r
            where r.source_id in (select source_id from raw_{kind} group by 1 having count(*) > 1)
            """,
            names(table));
    run(table, "analyze repeated_{kind} (n, source_id)");
    run(
        table,
        """
        update merged_{kind} m set email = r.email
        from (select distinct on (source_id) source_id, email from repeated_{kind}
              where email is not null order by source_id, n) r
        where r.source_id = m.source_id and m.email is null
        """);
    fillAttributes(table);
    if (table == RosterTable.STUDENT) {
      addUpContacts(table);
    }
    tellContradictions(table);
    sql.tables().forget("repeated_" + table.table());
  }

  /** Most repeated rows say the same, so that few attributes are taken apart. */
  private void fillAttributes(RosterTable table) {
    run(
        table,
        """
        update merged_{kind} m set attributes = a.attributes
        from (select source_id, jsonb_object_agg(key, value) as attributes
              from (select distinct on (r.source_id, e.key) r.source_id, e.key, e.value
                    from repeated_{kind} r cross join jsonb_each(r.attributes) e
                    where r.source_id in
                      (select d.source_id from repeated_{kind} d join merged_{kind} f
                         on f.source_id = d.source_id where d.attributes <> f.attributes)
                    order by r.source_id, e.key, r.n) each_once
              group by 1) a
        where a.source_id = m.source_id
        """);
  }

  private void addUpContacts(RosterTable table) {
    run(
        table,
        """
        update merged_student m set contacts = c.contacts
        from (select source_id, jsonb_agg(contact order by place) as contacts
              from (select r.source_id, e.contact, min(r.n * 1000 + e.place) as place
                    from repeated_{kind} r
                    cross join jsonb_array_elements(r.contacts) with ordinality e(contact, place)
                    group by 1, 2) once
              group by 1) c
        where c.source_id = m.source_id
        """);
  }

  private void tellContradictions(RosterTable table) {
    find(
        table,
        "CONTRADICTING_VALUE",
        """
        select r.file, r.line, '' as column_name,
               'The {kind} ' || r.source_id || ' has other values in line ' || m.line ||
               '; those were taken.' as message
        from repeated_{kind} r join merged_{kind} m on m.source_id = r.source_id
        where r.n <> m.n
          and ((r.given_name, r.middle_name, r.family_name)
                 is distinct from (m.given_name, m.middle_name, m.family_name)
               or r.email <> m.email
               or not m.attributes @> r.attributes)
        """);
  }

  private long run(RosterTable table, String template) {
    return sql.run(template, names(table));
  }

  private long count(RosterTable table, String template) {
    return sql.count(template, names(table));
  }

  private long find(RosterTable table, String code, String template) {
    return sql.find(staged.findings(), code, template, names(table));
  }

  private String[] names(RosterTable table) {
    return new String[] {
      "kind", table.table(),
      "KIND", table.kind().name(),
      "contacts", table == RosterTable.STUDENT ? "f.contacts," : "",
      "known", RosterTable.SCHOOL.known(),
      "column", staged.column(table.kind(), RecordKind.SCHOOL)
    };
  }
}
