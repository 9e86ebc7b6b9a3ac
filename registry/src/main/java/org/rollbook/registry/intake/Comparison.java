package org.rollbook.registry.intake;

import java.util.List;

/**
 * Compares the merged records of one kind with the roster, and keeps what unread rows cover (H3).
 * What stays and what is gone is in one table for all kinds: ids tell them apart, and each table
 * made costs as much as thousands of rows.
 */
final class Comparison {
  private static final List<RosterTable> PEOPLE =
      List.of(RosterTable.TEACHER, RosterTable.STAFF, RosterTable.STUDENT);

  private final Statements sql;

  Comparison(Statements sql) {
    this.sql = sql;
  }

  /** Makes the tables that the comparisons of all kinds add to. */
  void begin() {
    sql.tables().declare("kept", "kind text, id bigint, source_id text collate \"C\"");
    sql.tables().declare("gone", "kind text, id bigint");
  }

  /** Makes {@code new_<kind>} from {@code merged_<kind>}, and adds to {@code kept}. */
  void compare(RosterTable table) {
    compare(table, "merged_" + table.table());
  }

  /**
   * As {@link #compare(RosterTable)}.
   *
   * @param merged where the merged records are; another place only where nothing is unread
   */
  void compare(RosterTable table, String merged) {
    if (sql.count("select count(*) from unread where kind = '%s'".formatted(table.kind())) > 0) {
      findPerhapsNamed(table);
      leaveAlone(table);
      keepUnread(table);
      if (PEOPLE.contains(table)) {
        keepListsOfCovered(table);
      }
    }
    sql.tables()
        .fill(
            "new_" + table.table(),
            """
            select coalesce(o.id, nextval('record_id')) as id, m.source_id, {columns}, m.file,
                   m.line,
                   case when o.id is null then 'c'
                        when o.deleted_event is not null then 'r'
                        when ({values}) is distinct from ({former}) then 'u'
                        else '=' end as change
            from (select * from {merged} order by n) m
            left join {kind} o on o.district_id = {district} and o.source_id = m.source_id
            """
                .replace("{merged}", merged),
            names(table));
    run(table, "analyze new_{kind} (id, source_id)");
  }

  /**
   * Rows with a comma too many or too few may name anybody whose id they begin with. Ids are looked
   * for by their lengths, of which a district has a few, so that each row is cut a few times.
   */
  private void findPerhapsNamed(RosterTable table) {
    long beginnings =
        sql.count(
            "select count(*) from unread where kind = '%s' and scope = 'beginning'"
                .formatted(table.kind()));
    if (beginnings == 0) {
      return;
    }
    run(
        table,
        """
        insert into unread
        select '{KIND}', 'perhaps', o.source_id, '' from {kind} o
        where o.district_id = {district} and o.deleted_event is null
          and o.source_id in
              (select left(u.a, l.n) from unread u
               join (select distinct length(source_id) as n from {kind}
                     where district_id = {district}) l on l.n <= length(u.a)
               where u.kind = '{KIND}' and u.scope = 'beginning')
        """);
    sql.run(StagingTable.UNREAD.analyze());
  }

  /** One row of a record could not be read: the others may not change it either. */
  private void leaveAlone(RosterTable table) {
    run(
        table,
        """
        delete from merged_{kind} m using {kind} o
        where o.district_id = {district} and o.source_id = m.source_id and o.deleted_event is null
          and m.source_id in
              (select a from unread where kind = '{KIND}' and scope = 'one')
        """);
  }

  private void keepUnread(RosterTable table) {
    run(
        table,
        """
        insert into kept
        select '{KIND}', o.id, o.source_id from {kind} o
        where o.district_id = {district} and o.deleted_event is null
          and (o.source_id in (select a from unread where kind = '{KIND}' and scope = 'one')
               or {covered})
          and not exists (select from merged_{kind} m where m.source_id = o.source_id)
        """);
  }

  /**
   * A row whose key could not be read may have been another row of anybody at its school: people
   * there lose no school and no contact by this snapshot. Nor do those whom a row names perhaps.
   */
  private void keepListsOfCovered(RosterTable table) {
    run(
        table,
        """
        update merged_{kind} m
        set school_ids = m.school_ids ||
              array(select u.id from unnest(o.school_ids) u(id)
                    where u.id <> all (m.school_ids)
                      and u.id in (select s.id from {knownSchools} s))
        from {kind} o
        where o.district_id = {district} and o.source_id = m.source_id
          and o.deleted_event is null and {covered}
        """);
    if (table == RosterTable.STUDENT) {
      keepContactsOfCovered();
    }
  }

  /**
   * Also by the schools that a student has after this snapshot: one who is covered only by a school
   * that is gone would lose the contacts by the same snapshot taken again. Contacts are compared
   * whole: one that lost its telephone is another, though the former contains it.
   */
  private void keepContactsOfCovered() {
    run(
        RosterTable.STUDENT,
        """
        update merged_student m
        set contacts = m.contacts || coalesce(
              (select jsonb_agg(c.value) from jsonb_array_elements(o.contacts) c(value)
               where c.value not in (select jsonb_array_elements(m.contacts))), '[]')
        from student o
        where o.district_id = {district} and o.source_id = m.source_id
          and o.deleted_event is null and {covered} and {coveredNow}
        """
            .replace(
                "{coveredNow}",
                covered(RosterTable.STUDENT).replace("o.school_ids", "m.school_ids")));
  }

  /** Whether {@code o} may be what a row whose key could not be read, or not for sure, names. */
  private static String covered(RosterTable table) {
    String whole =
        "exists (select from unread where kind = '{KIND}' and scope in (%s))"
            .formatted(table.atSchools("").isPresent() ? "'whole'" : "'whole', 'school'");
    String perhaps =
        "o.source_id in (select a from unread where kind = '{KIND}' and scope = 'perhaps')";
    String schools =
        """
        array(select s.id from school s join unread u on u.a = s.source_id
              where s.district_id = {district} and u.kind = '{KIND}' and u.scope = 'school')\
        """;
    String at = table.atSchools(schools).map(" or "::concat).orElse("");
    return "(%s or %s%s)".formatted(whole, perhaps, at);
  }

  /**
   * A record that stays as it was keeps what it refers to: the roster never names what it does not
   * have. Sections first, since they name people, who name schools.
   */
  void keepWhatKeptRecordsName() {
    if (sql.count("select count(*) from kept") == 0) {
      return;
    }
    keepNamed(RosterTable.TEACHER, RosterTable.SECTION, "primary_teacher_id");
    keepNamed(RosterTable.TEACHER, RosterTable.SECTION, "unnest(r.co_teacher_ids)");
    keepNamed(RosterTable.COURSE, RosterTable.SECTION, "course_id");
    keepNamed(RosterTable.TERM, RosterTable.SECTION, "term_id");
    keepNamed(RosterTable.SCHOOL, RosterTable.SECTION, "school_id");
    for (RosterTable people : PEOPLE) {
      keepNamed(RosterTable.SCHOOL, people, "unnest(r.school_ids)");
    }
  }

  private void keepNamed(RosterTable named, RosterTable by, String reference) {
    run(
        named,
        """
        insert into kept
        select '{KIND}', o.id, o.source_id from {kind} o
        where o.district_id = {district} and o.deleted_event is null
          and o.id in (select {reference} from {by} r join kept k on k.id = r.id
                       where r.district_id = {district})
          and not exists (select from new_{kind} n where n.id = o.id)
          and not exists (select from kept k where k.id = o.id)
        """
            .replace("{reference}", reference)
            .replace("{by}", by.table()));
  }

  /** Adds to {@code gone}. */
  void findGone(RosterTable table) {
    run(
        table,
        """
        insert into gone
        select '{KIND}', o.id from {kind} o
        where o.district_id = {district} and o.deleted_event is null
          and not exists (select from new_{kind} n where n.id = o.id)
          and not exists (select from kept k where k.id = o.id)
        """);
  }

  private void run(RosterTable table, String template) {
    sql.run(
        template
            .replace("{covered}", covered(table))
            .replace("{knownSchools}", RosterTable.SCHOOL.known()),
        names(table));
  }

  private static String[] names(RosterTable table) {
    return new String[] {
      "kind", table.table(),
      "KIND", table.kind().name(),
      "columns", ListOrder.columns(table),
      "values", ListOrder.values(table),
      "former", table.columns("o")
    };
  }
}
