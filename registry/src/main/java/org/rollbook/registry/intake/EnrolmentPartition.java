package org.rollbook.registry.intake;

/**
 * Where one district's enrolments are: a partition of its own, made with its first ones. It is
 * filled before it has keys, which takes half the time of rows that each go into two indexes.
 */
final class EnrolmentPartition {
  private final Statements sql;
  private final String table;

  EnrolmentPartition(Statements sql) {
    this.sql = sql;
    this.table = "enrolment_of_" + sql.district();
  }

  /** What to analyze. */
  String keys() {
    return table + " (district_id, section_id, student_id)";
  }

  boolean isThere() {
    return sql.count("select count(to_regclass('%s'))".formatted(table)) > 0;
  }

  /**
   * Makes it of these rows. It is attached last: other districts that have their first import wait
   * for the end of this transaction from then on, and readers never do.
   *
   * @param rows a query: district, section, student, origin, in the order of the key
   */
  void make(String rows) {
    sql.run("create table %s (like enrolment)".formatted(table));
    sql.run("insert into %s %s".formatted(table, rows));
    sql.run(
        "alter table %s add primary key (district_id, section_id, student_id)".formatted(table));
    sql.run("create index on %s (district_id, student_id)".formatted(table));
    sql.run(
        "alter table enrolment attach partition %s for values in ({district})".formatted(table));
  }
}
