package org.rollbook.app.demo;

import static org.rollbook.app.console.Words.count;
import static org.rollbook.app.console.Words.number;
import static org.rollbook.app.console.Words.time;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollbook.app.commands.OperationText;
import org.rollbook.app.commands.SyncActivity;
import org.rollbook.app.console.Activity;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Table;
import org.rollbook.app.demo.DemoSummary.Synced;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.registry.intake.Progress;
import org.rollbook.sources.generator.District;
import org.rollbook.sync.accounts.Waiting;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.connections.NewConnection;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.target.TargetUnavailable;

/** The demo's story, told while it happens. */
final class DemoStory {
  private static final int WIDTH = 78;

  private final Console console;
  private final Node node;
  private final ClassroomEmulator emulator;
  private final DemoDistrict first;
  private final long begun = System.nanoTime();

  DemoStory(Console console, Node node, ClassroomEmulator emulator, DemoDistrict first) {
    this.console = console;
    this.node = node;
    this.emulator = emulator;
    this.first = first;
  }

  /** Told before the pages are up: they need it. */
  void startDatabase() {
    console.gap();
    long start = System.nanoTime();
    console.aside("  starting an embedded PostgreSQL …");
    node.database();
    console.line("  PostgreSQL is up after %s.", since(start));
  }

  /**
   * @param learning told last, over the second day's roster
   * @param once whether nobody stays who could import
   * @return what happened, for who was not told
   */
  DemoSummary play(DemoLearning learning, boolean once)
      throws IOException, TargetUnavailable, InterruptedException {
    chapter("The district");
    foundDistrict();
    chapter("Files in, roster kept");
    var delivered = imported(first);
    chapter("Google Classroom");
    first.openAccounts(emulator);
    var connection = connect();
    chapter("The first sync");
    var synced = sync(connection);
    console.gap();
    done(synced);
    var waiting = waiting(synced.report());
    new DemoWaiting(console).tell(waiting);
    var second = first.nextDay();
    chapter("One school day later");
    schoolDay(second);
    var deliveredAgain = imported(second);
    var again = sync(connection);
    console.gap();
    new DemoDay(console, node).tell(again.report());
    cost(again);
    chapter("The learning app");
    learning.open(new DemoSchool(node, emulator, connection, second));
    if (once) {
      learning.importOnce();
    }
    ending(synced.report(), again.report());
    return new DemoSummary(
        first.district().size(),
        new DemoSummary.Day(delivered, synced),
        waiting,
        second.district().summary().moves(),
        new DemoSummary.Day(deliveredAgain, again),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private List<Waiting> waiting(RunReport report) {
    var everybody = new ArrayList<Waiting>();
    node.waiting().read(node.connections().get(report.connection()), everybody::add);
    return List.copyOf(everybody);
  }

  void title() {
    console.line("Rollbook: from a school district's files to its Google Classroom, and to a");
    console.line("learning app that knows it as Clever.");
    console.line("Everybody and everything here is invented; Google is an emulator in this");
    console.line("process, without Google's quotas, so that it does not take all day.");
  }

  private void chapter(String title) {
    console.gap();
    console.line("%s", title);
    console.line("%s", "─".repeat(WIDTH));
  }

  private void foundDistrict() {
    District.Size size = first.district().size();
    new Table(">", "")
        .row(size.schools(), "schools")
        .row(size.students(), "students")
        .row(size.teachers(), "teachers")
        .row(size.sections(), "sections, each to become a class")
        .row(size.enrolments(), "enrolments, each to become a student's seat")
        .print(console, "  ");
  }

  private ImportReport imported(DemoDistrict day) throws IOException {
    var delivery = day.delivery();
    console.line("  The school information system exports on %s.", day.date());
    long reading = System.nanoTime();
    ImportReport report = node.intake().importSnapshot(DemoDistrict.KEY, delivery, Progress.NONE);
    long rows = report.records().values().stream().mapToLong(r -> r.rows()).sum();
    long rejected = report.records().values().stream().mapToLong(r -> r.rejected()).sum();
    console.line(
        "  %s read and applied in %s, %s rejected.",
        count(rows, "row"), since(reading), number(rejected));
    console.line("  In the roster: %s.", events(report));
    return report;
  }

  private static String events(ImportReport report) {
    var events = report.events();
    var parts = new ArrayList<String>();
    add(parts, events.created(), "created");
    add(parts, events.updated(), "updated");
    add(parts, events.deleted(), "deleted");
    return parts.isEmpty() ? "nothing new" : String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String word) {
    if (count > 0) {
      parts.add(number(count) + " " + word);
    }
  }

  private ConnectionId connect() throws InterruptedException {
    var id =
        node.connect(
                new NewConnection(
                    DemoDistrict.KEY.value(),
                    Node.GOOGLE_CLASSROOM,
                    "admin@" + DemoDistrict.DOMAIN,
                    emulator.serviceAccountKeyJson(),
                    Optional.of(emulator.rootUrl()),
                    Policy.COOPERATIVE,
                    Optional.empty(),
                    Optional.empty(),
                    PlanLimits.USUAL))
            .id();
    console.line(
        "  %s people have an account in %s; a few have none yet.",
        number(first.accounts()), DemoDistrict.DOMAIN);
    var missing = node.sync().check(id);
    console.line(
        "  Connection %s as admin@%s: %s",
        id, DemoDistrict.DOMAIN, missing.orElse("everything that it needs is there."));
    return id;
  }

  private Synced sync(ConnectionId connection) throws TargetUnavailable, InterruptedException {
    long start = System.nanoTime();
    try (var activity = new Activity(console, "  ")) {
      var report = node.sync().sync(connection, SyncActivity.ofRun(activity));
      if (report.status().begun()) {
        throw new InterruptedException(report.trouble());
      }
      return new Synced(report, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void done(Synced synced) {
    var table = new Table(">", "");
    node.runDetails()
        .counts(synced.report().run())
        .forEach((kind, count) -> table.row(count, OperationText.counted(kind, count)));
    table.print(console, "  ");
    cost(synced);
  }

  private void cost(Synced synced) {
    var report = synced.report();
    console.line(
        "  In %s, %s refused. %s that read, %s that write.",
        time(synced.time()),
        number(report.refused()),
        count(report.reads(), "call"),
        count(report.writes(), "call"));
  }

  private void schoolDay(DemoDistrict day) {
    var moves = day.district().summary().moves();
    console.line("  %s brings %s:", day.date(), count(moves.size(), "change"));
    new DemoMoves(console).tell(moves);
    console.gap();
    new RenamedAccounts(emulator).follow(moves);
    day.openAccounts(emulator);
  }

  private void ending(RunReport first, RunReport second) {
    console.gap();
    console.line("%s", "─".repeat(WIDTH));
    console.line(
        "All of it in %s. First sync: %s written. The one a day later: %s,",
        since(begun), count(first.writes(), "change"), number(second.writes()));
    console.line("one call for each, without a look at what was in step.");
  }

  private static String since(long nanoTime) {
    return time(Duration.ofNanos(System.nanoTime() - nanoTime));
  }
}
