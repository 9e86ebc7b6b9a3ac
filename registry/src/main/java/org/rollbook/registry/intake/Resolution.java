package org.rollbook.registry.intake;

import java.util.List;
import org.rollbook.core.roster.RecordKind;

/**
 * Turns what was staged into what the roster should be: for each kind a table {@code new_<kind>} of
 * records with ids and what changes, and for all kinds {@code kept} of records that stay though no
 * row brings them, and {@code gone}. Nothing of the roster is written.
 */
final class Resolution {
  private final Statements sql;
  private final StagedSnapshot staged;
  private final RowCounts counts;
  private final Comparison comparison;

  Resolution(Statements sql, StagedSnapshot staged, RowCounts counts) {
    this.sql = sql;
    this.staged = staged;
    this.counts = counts;
    this.comparison = new Comparison(sql);
  }

  /** What stays as it was because of rows that could not be read. */
  List<Kept> resolve() {
    sql.tables().expect(staged.rows());
    sql.tables().forgetAllViews();
    for (StagingTable table : StagingTable.values()) {
      if (staged.rows(table) > 0) {
        sql.run(table.analyze());
      }
    }
    comparison.begin();
    plain(RosterTable.SCHOOL);
    plain(RosterTable.TERM);
    plain(RosterTable.COURSE);
    var people = new PeopleResolution(sql, staged, counts);
    for (var table : List.of(RosterTable.TEACHER, RosterTable.STAFF, RosterTable.STUDENT)) {
      expect(table.kind());
      comparison.compare(table, people.merge(table));
      forgetRows(table);
    }
    expect(RecordKind.SECTION);
    new SectionResolution(sql, staged, counts).merge();
    comparison.compare(RosterTable.SECTION);
    forgetRows(RosterTable.SECTION);
    comparison.keepWhatKeptRecordsName();
    for (RosterTable table : RosterTable.values()) {
      comparison.findGone(table);
    }
    expect(RecordKind.ENROLMENT);
    List<Kept> kept =
        new KeptRecords(sql).tell(new EnrolmentResolution(sql, staged, counts).resolve());
    kept.forEach(stays -> staged.findings().add(stays.because()));
    return kept;
  }

  private void expect(RecordKind kind) {
    sql.tables().expect(staged.rows(StagingTable.of(kind)));
  }

  /** Makes room in the session's buffers, which enrolments need. */
  private void forgetRows(RosterTable table) {
    sql.tables().forgetViews("settled_" + table.table());
    sql.tables().forget("raw_" + table.table(), "merged_" + table.table());
  }

  /** Schools, terms and courses refer to nothing. */
  private void plain(RosterTable table) {
    expect(table.kind());
    long merged =
        sql.tables()
            .fill(
                "merged_" + table.table(),
                """
                select distinct on (source_id) * from raw_{kind} order by source_id, n
                """,
                "kind",
                table.table());
    if (merged < staged.rows(StagingTable.of(table.kind()))) {
      rejectContradictions(table.kind(), table.table(), table.columns("r"), table.columns("f"));
    }
    comparison.compare(table);
    forgetRows(table);
  }

  /** The same row twice is one record; of two rows that differ, the first is believed. */
  private void rejectContradictions(RecordKind kind, String table, String later, String first) {
    long rejected =
        sql.find(
            staged.findings(),
            "CONTRADICTING_ROW",
            """
            select r.file, r.line, '' as column_name,
                   'The {kind} ' || r.source_id || ' is already in line ' || f.line ||
                   ' with other values; this row was left out.' as message
            from raw_{kind} r join merged_{kind} f on f.source_id = r.source_id
            where r.n <> f.n and ({later}) is distinct from ({first})
            """,
            "kind",
            table,
            "later",
            later,
            "first",
            first);
    counts.rejected(kind, rejected);
  }
}
