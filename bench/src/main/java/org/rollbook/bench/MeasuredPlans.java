package org.rollbook.bench;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.connections.Connections;
import org.rollbook.sync.connections.NewConnection;
import org.rollbook.sync.connections.SecretBox;
import org.rollbook.sync.execution.ClassSync;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.quota.Patience;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;

/** Plans and runs one district's classes; matching people with accounts is part of a plan. */
final class MeasuredPlans {
  private static final int GRACE_DAYS = 7;

  private final Database database;
  private final InstantTarget target;
  private final MeasuredImports imports;
  private final Repetition again;

  MeasuredPlans(
      Database database, InstantTarget target, MeasuredImports imports, Repetition again) {
    this.database = database;
    this.target = target;
    this.imports = imports;
    this.again = again;
  }

  List<Figure> measure(DistrictKey district) throws Exception {
    var connections =
        new Connections(
            database.jdbc(),
            new SecretBox(new byte[32], new SecureRandom()),
            InstantSource.system());
    ConnectionId connection = connections.connect(connection(district)).id();
    var sync =
        new ClassSync(
            database.dataSource(),
            connections,
            target,
            Patience.USUAL,
            InstantSource.system(),
            RandomGenerator.getDefault());
    var figures = new ArrayList<Figure>();
    Rounds first = again.once("first plan", () -> plan(sync, connection).planned());
    figures.add(Figure.of(Figure.FIRST_PLAN, first));
    var told = new RunTold(again.progress());
    Rounds run = new Rounds().time(() -> run(sync, connection, told));
    figures.add(Figure.of(Figure.FIRST_RUN, run));
    figures.add(Figure.of(Figure.UNCHANGED_PLAN, unchanged(sync, connection)));
    figures.addAll(changed(sync, connection, district));
    return List.copyOf(figures);
  }

  private static NewConnection connection(DistrictKey district) {
    return new NewConnection(
        district.value(),
        "google-classroom",
        "admin@district.example",
        "none needed",
        Optional.empty(),
        Policy.COOPERATIVE,
        Optional.of(GRACE_DAYS),
        Optional.empty(),
        PlanLimits.USUAL);
  }

  private Rounds unchanged(ClassSync sync, ConnectionId connection) throws Exception {
    target.takeCalls();
    Rounds measured =
        again.time(
            "unchanged plans",
            () -> expect(sync.sync(connection, RunProgress.NONE), RunStatus.UNCHANGED));
    if (target.takeCalls() > 0) {
      throw new IllegalStateException("an unchanged plan asked the target (R7)");
    }
    return measured;
  }

  private List<Figure> changed(ClassSync sync, ConnectionId connection, DistrictKey district)
      throws Exception {
    var taken = new Rounds();
    var planned = new Rounds();
    again.each(
        "imports of 1 % of changes, with their plans",
        last -> {
          taken.time(() -> imports.takeChanged(district));
          planned.time(() -> plan(sync, connection).planned());
          run(sync, connection, RunProgress.NONE);
        });
    return List.of(
        Figure.of(Figure.CHANGED_IMPORT, taken), Figure.of(Figure.CHANGED_PLAN, planned));
  }

  private static RunReport plan(ClassSync sync, ConnectionId connection) throws Exception {
    RunReport report = sync.plan(connection, RunProgress.NONE);
    expect(report, RunStatus.PLANNED);
    return report;
  }

  private static long run(ClassSync sync, ConnectionId connection, RunProgress progress)
      throws Exception {
    return expect(sync.sync(connection, progress), RunStatus.DONE);
  }

  private static long expect(RunReport report, RunStatus expected) {
    if (report.status() != expected) {
      throw new IllegalStateException(
          "the run is %s and not %s: %s".formatted(report.status(), expected, report));
    }
    return report.planned();
  }
}
