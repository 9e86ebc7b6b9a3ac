package org.rollbook.learn.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.importing.SyncRun.Outcome;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs and their lines. A run is held by a lease: whoever's process ends cannot say so, and is
 * found out by a lease that has run out. Times are the database's, whatever the clocks of servers
 * say.
 */
final class RunRows {
  /** Long enough for a process that was paused, short enough for a teacher who waits. */
  private static final String LEASE = "interval '60 seconds'";

  /** For a teacher who asks what happened before the holidays. */
  private static final int KEPT_DAYS = 180;

  private final JdbcClient jdbc;
  private final Failures failures;

  RunRows(LearnDatabase database, Failures failures) {
    this.jdbc = database.jdbc();
    this.failures = failures;
  }

  /** Begins a run; absent while another of the same teacher is under way, in any process. */
  Optional<RunId> claim(PersonId teacher, Cause cause) {
    closeDead(teacher);
    return jdbc.sql(
            """
            insert into sync_run (district_id, teacher_id, cause, began, alive_until)
            values (?, ?, ?, now(), now() + %s)
            on conflict (district_id, teacher_id) where ended is null do nothing
            returning id
            """
                .formatted(LEASE))
        .params(teacher.district().value(), teacher.number(), cause.name())
        .query(Long.class)
        .optional()
        .map(number -> new RunId(teacher.district(), number));
  }

  Optional<RunId> underWay(PersonId teacher) {
    return jdbc.sql(
            "select id from sync_run where district_id = ? and teacher_id = ? and ended is null")
        .params(teacher.district().value(), teacher.number())
        .query(Long.class)
        .optional()
        .map(number -> new RunId(teacher.district(), number));
  }

  /** Closes a run of this teacher whose process ended without a word. */
  private void closeDead(PersonId teacher) {
    var interrupted = Failures.interrupted();
    jdbc.sql(
            """
            update sync_run set ended = now(), outcome = 'KILLED',
              failure_code = :code, failure_says = :says
            where district_id = :district and teacher_id = :teacher and ended is null
              and alive_until < now()
            """)
        .param("code", interrupted.code().name())
        .param("says", interrupted.says())
        .param("district", teacher.district().value())
        .param("teacher", teacher.number())
        .update();
  }

  /** Renews the leases of runs that are alive. */
  void alive(Collection<RunId> runs) {
    if (!runs.isEmpty()) {
      jdbc.sql(
              """
              update sync_run set alive_until = now() + %s
              from unnest(:districts::text[], :ids::bigint[]) as ours (district_id, id)
              where sync_run.district_id = ours.district_id and sync_run.id = ours.id
                and ended is null
              """
                  .formatted(LEASE))
          .param(
              "districts", runs.stream().map(run -> run.district().value()).toArray(String[]::new))
          .param("ids", runs.stream().map(RunId::number).toArray(Long[]::new))
          .update();
    }
  }

  /**
   * Renews a lease.
   *
   * @return whether the run is still this process's: somebody else may have closed it, and begun
   *     another
   */
  boolean holds(RunId run) {
    return jdbc.sql(
                "update sync_run set alive_until = now() + %s".formatted(LEASE)
                    + " where district_id = ? and id = ? and ended is null")
            .params(run.district().value(), run.number())
            .update()
        == 1;
  }

  /** Notes how many classes there will be. */
  void expects(RunId run, int classes) {
    jdbc.sql("update sync_run set classes = ? where district_id = ? and id = ?")
        .params(classes, run.district().value(), run.number())
        .update();
  }

  void line(RunId run, int position, Telling.Line line, Optional<FailureCode> failure) {
    jdbc.sql(
            """
            insert into sync_line (district_id, run_id, position, class_id, class_name, outcome,
              joined, departed, says, failure_code)
            values (:district, :run, :position, :class, :name, :outcome,
              :joined::text[], :departed::text[], :says, :failure)
            """)
        .param("district", run.district().value())
        .param("run", run.number())
        .param("position", position)
        .param("class", line.classId().map(ClassId::number).orElse(null))
        .param("name", line.className())
        .param("outcome", line.outcome().name())
        .param("joined", line.joined().toArray(String[]::new))
        .param("departed", line.departed().toArray(String[]::new))
        .param("says", line.says())
        .param("failure", failure.map(FailureCode::name).orElse(null))
        .update();
  }

  void end(RunId run, Outcome outcome, Optional<CannotGoOn> failure) {
    jdbc.sql(
            """
            update sync_run set ended = now(), outcome = :outcome,
              failure_code = :code, failure_says = :says
            where district_id = :district and id = :id and ended is null
            """)
        .param("outcome", outcome.name())
        .param("code", failure.map(reason -> reason.code().name()).orElse(null))
        .param("says", failure.map(CannotGoOn::says).orElse(null))
        .param("district", run.district().value())
        .param("id", run.number())
        .update();
  }

  /**
   * Throws away what runs did {@value #KEPT_DAYS} days ago and before; each teacher's last run
   * stays, for their page tells of it.
   */
  void forgetOld() {
    jdbc.sql(
            """
            with old as (
              select district_id, id from sync_run
              where ended < now() - make_interval(days => :days) and exists (
                select from sync_run as newer
                where newer.district_id = sync_run.district_id
                  and newer.teacher_id = sync_run.teacher_id and newer.id > sync_run.id)),
            told as (
              delete from sync_line using old
              where sync_line.district_id = old.district_id and sync_line.run_id = old.id)
            delete from sync_run using old
            where sync_run.district_id = old.district_id and sync_run.id = old.id
            """)
        .param("days", KEPT_DAYS)
        .update();
  }

  void seen(RunId run) {
    jdbc.sql("update sync_run set seen = true where district_id = ? and id = ?")
        .params(run.district().value(), run.number())
        .update();
  }

  Optional<PersonId> teacher(RunId run) {
    return jdbc.sql("select teacher_id from sync_run where district_id = ? and id = ?")
        .params(run.district().value(), run.number())
        .query(Long.class)
        .optional()
        .map(number -> new PersonId(run.district(), number));
  }

  Optional<RunId> latest(PersonId teacher) {
    return jdbc.sql(
            "select id from sync_run where district_id = ? and teacher_id = ?"
                + " order by id desc limit 1")
        .params(teacher.district().value(), teacher.number())
        .query(Long.class)
        .optional()
        .map(number -> new RunId(teacher.district(), number));
  }

  /** A run as it stands; one whose process ended is told so. */
  Optional<SyncRun> load(RunId run) {
    teacher(run).ifPresent(this::closeDead);
    return jdbc.sql("select * from sync_run where district_id = ? and id = ?")
        .params(run.district().value(), run.number())
        .query((row, number) -> loaded(run, row))
        .optional();
  }

  private SyncRun loaded(RunId run, ResultSet row) throws SQLException {
    var lines = lines(run);
    var classes = Optional.ofNullable(row.getObject("classes", Integer.class));
    return new SyncRun(
        run,
        Cause.valueOf(row.getString("cause")),
        row.getObject("began", OffsetDateTime.class).toInstant(),
        time(row.getObject("ended", OffsetDateTime.class)),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        failure(row, "failure_says"),
        lines.size(),
        classes.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        lines,
        row.getBoolean("seen"));
  }

  private List<SyncLine> lines(RunId run) {
    return jdbc.sql(
            "select * from sync_line where district_id = ? and run_id = ? order by position")
        .params(run.district().value(), run.number())
        .query((row, number) -> line(run.district(), row))
        .list();
  }

  private SyncLine line(DistrictId district, ResultSet row) throws SQLException {
    var id = Optional.ofNullable(row.getObject("class_id", Long.class));
    return new SyncLine(
        row.getInt("position"),
        id.map(number -> new ClassId(district, number)),
        row.getString("class_name"),
        SyncLine.Outcome.valueOf(row.getString("outcome")),
        List.of((String[]) row.getArray("joined").getArray()),
        List.of((String[]) row.getArray("departed").getArray()),
        row.getString("says"),
        failure(row, "says"));
  }

  private Optional<Failure> failure(ResultSet row, String says) throws SQLException {
    String sentence = row.getString(says);
    return Optional.ofNullable(row.getString("failure_code"))
        .map(code -> failures.stored(code, sentence));
  }

  private static Optional<Instant> time(@Nullable OffsetDateTime value) {
    return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
  }
}
