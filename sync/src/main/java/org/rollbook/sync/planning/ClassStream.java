package org.rollbook.sync.planning;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.AccountMatch;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassFacts;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.SourceClass;
import org.rollbook.core.reconcile.SourceMember;
import org.rollbook.core.reconcile.WaitingReason;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.baseline.BaselineRows;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.planning.PlannedClass.Stored;
import org.rollbook.sync.runs.StoredOperation;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetClassId;

/**
 * The classes of a connection in section order: six ordered streams merged by section, so that
 * memory does not grow with the district. All of them are read in one transaction, which has to be
 * of one snapshot (repeatable read) so that they tell of the same instant.
 */
public final class ClassStream implements AutoCloseable {
  private final String districtKey;
  private final SectionCursor sections;
  private final SectionCursor teachers;
  private final SectionCursor students;
  private final SectionCursor classes;
  private final SectionCursor seats;
  private final SectionCursor unanswered;

  private ClassStream(Connection sql, TargetConnection connection, String where)
      throws SQLException {
    long district = connection.districtId();
    long id = connection.id().number();
    this.districtKey = connection.districtKey();
    this.sections = new SectionCursor(sql, ClassQueries.SECTIONS.formatted(where), district);
    this.teachers = new SectionCursor(sql, ClassQueries.TEACHERS.formatted(where), id, district);
    this.students = new SectionCursor(sql, ClassQueries.STUDENTS.formatted(where), id, district);
    this.classes = new SectionCursor(sql, BaselineRows.CLASSES.formatted(where), district, id);
    this.seats = new SectionCursor(sql, BaselineRows.SEATS.formatted(where), district, id);
    this.unanswered =
        new SectionCursor(sql, ClassQueries.UNANSWERED.formatted(where), id, district);
  }

  /** Every class. */
  static ClassStream everything(Connection sql, TargetConnection connection) throws SQLException {
    return new ClassStream(sql, connection, "");
  }

  /**
   * No class, and no look at the district: joined with an empty table, the database may still read
   * all of it.
   */
  static ClassStream nothing(Connection sql, TargetConnection connection) throws SQLException {
    return new ClassStream(sql, connection, "and false");
  }

  /** The classes whose sections are in the temporary table {@code class_to_plan}. */
  static ClassStream candidates(Connection sql, TargetConnection connection) throws SQLException {
    return new ClassStream(
        sql, connection, "and section_id in (select section_id from class_to_plan)");
  }

  /** One class. */
  public static ClassStream only(Connection sql, TargetConnection connection, RecordId section)
      throws SQLException {
    return new ClassStream(sql, connection, "and section_id = " + section.number());
  }

  /** The next class; absent at the end. */
  public Optional<PlannedClass> next() throws SQLException {
    long section = Math.min(Math.min(sections.section(), classes.section()), unanswered.section());
    if (section == Long.MAX_VALUE) {
      return Optional.empty();
    }
    var baseline = baseline(section);
    var sent = sent(section);
    return Optional.of(
        sections.section() == section
            ? shared(new RecordId(section), baseline, sent)
            : gone(new RecordId(section), baseline.or(sent::known).orElseThrow(), sent));
  }

  private PlannedClass shared(RecordId section, Optional<Known> baseline, Sent sent)
      throws SQLException {
    var row = sections.row();
    var name = row.getString("name");
    var school = new RecordId(row.getLong("school_id"));
    var made =
        new ClassAddress(ClassName.of(districtKey, row.getString("source_id")), Optional.empty());
    var source = source(section, name, row.getLong("primary_teacher_id"));
    sections.next();
    var stored = baseline.flatMap(Known::stored);
    return new PlannedClass(
        facts(section, Optional.of(source), stored),
        stored,
        school,
        baseline.map(Known::address).orElse(made),
        name,
        sent.operations());
  }

  private static PlannedClass gone(RecordId section, Known known, Sent sent) {
    return new PlannedClass(
        facts(section, Optional.empty(), known.stored()),
        known.stored(),
        known.school(),
        known.address(),
        known.name(),
        sent.operations());
  }

  private static ClassFacts facts(
      RecordId section, Optional<SourceClass> source, Optional<Stored> stored) {
    return new ClassFacts(
        section, source, stored.map(Stored::baseline), new Observation.NotLooked());
  }

  /** A class as the last run left it; without a baseline when it may or may not be there. */
  private record Known(
      Optional<Stored> stored, RecordId school, ClassAddress address, String name) {

    static Known of(Optional<ClassBaseline> baseline, String name, ResultSet row)
        throws SQLException {
      var school = new RecordId(row.getLong("school_id"));
      var id = Optional.ofNullable(row.getString("target_class")).map(TargetClassId::new);
      var address = new ClassAddress(row.getString("address"), id);
      return new Known(baseline.map(b -> new Stored(b, school)), school, address, name);
    }
  }

  /** What was sent for a class and never answered. */
  private record Sent(List<Unanswered> operations, Optional<Known> known) {}

  private Sent sent(long section) throws SQLException {
    var operations = new ArrayList<Unanswered>();
    var known = Optional.<Known>empty();
    while (unanswered.section() == section) {
      var row = unanswered.row();
      var since = row.getObject("started_at", OffsetDateTime.class).toInstant();
      operations.add(new Unanswered(StoredOperation.read(row), since));
      known = Optional.of(Known.of(Optional.empty(), row.getString("name"), row));
      unanswered.next();
    }
    return new Sent(operations, known);
  }

  private Optional<Known> baseline(long section) throws SQLException {
    if (classes.section() != section) {
      return Optional.empty();
    }
    var found = new ArrayList<BaselineRows.Seated>();
    while (seats.section() == section) {
      found.add(BaselineRows.readSeat(seats.row()));
      seats.next();
    }
    var row = classes.row();
    var baseline = BaselineRows.seated(BaselineRows.readClass(row), found);
    var known = Known.of(Optional.of(baseline), baseline.name().target(), row);
    classes.next();
    return Optional.of(known);
  }

  private SourceClass source(RecordId section, String name, long primary) throws SQLException {
    Optional<SourceMember> primaryTeacher = Optional.empty();
    var coTeachers = new ArrayList<SourceMember>();
    while (teachers.section() == section.number()) {
      var member = member(teachers.row());
      if (member.person().number() == primary) {
        primaryTeacher = Optional.of(member);
      } else {
        coTeachers.add(member);
      }
      teachers.next();
    }
    return new SourceClass(section, name, primaryTeacher, coTeachers, members(section));
  }

  private List<SourceMember> members(RecordId section) throws SQLException {
    var members = new ArrayList<SourceMember>();
    while (students.section() == section.number()) {
      members.add(member(students.row()));
      students.next();
    }
    return members;
  }

  private static SourceMember member(ResultSet row) throws SQLException {
    return new SourceMember(
        new RecordId(row.getLong(2)), match(row.getString(3), row.getString(4)));
  }

  private static AccountMatch match(@Nullable String account, @Nullable String reason) {
    var known = Optional.ofNullable(account).map(AccountId::new);
    if (reason == null && known.isPresent()) {
      return new AccountMatch.Matched(known.get());
    }
    return new AccountMatch.Unmatched(
        reason == null ? WaitingReason.NO_ACCOUNT : WaitingReason.valueOf(reason), known);
  }

  @Override
  public void close() throws SQLException {
    try (sections;
        teachers;
        students;
        classes;
        seats;
        unanswered) {
      // Closing is all that is left to do.
    }
  }
}
