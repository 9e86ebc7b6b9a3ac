package org.rollbook.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.rollbook.app.console.Words;
import org.rollbook.app.schoolday.Cast;
import org.rollbook.app.schoolday.SisFiles;
import org.rollbook.core.share.RuleText;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.sharing.AppId;
import org.rollbook.sources.generator.Move;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * The invented district as it goes on: its files, its days, what it shares. Everything goes the way
 * that it goes for a real one. For one thread at a time.
 */
final class DemoSchool {
  private static final int TOLD = 6;

  private final Node node;
  private final ClassroomEmulator emulator;
  private final ConnectionId connection;
  private final Cast cast;
  private DemoDistrict today;
  private boolean moved;
  private boolean unshared;

  /**
   * @param today whose files were imported
   */
  DemoSchool(Node node, ClassroomEmulator emulator, ConnectionId connection, DemoDistrict today)
      throws IOException {
    this.node = node;
    this.emulator = emulator;
    this.connection = connection;
    this.today = today;
    this.cast = Cast.of(new SisFiles(today.delivery()));
  }

  Cast cast() {
    return cast;
  }

  /** Whether the student sits where the story takes them. */
  boolean moved() {
    return moved;
  }

  /** The day that was played last. */
  String date() {
    return today.date();
  }

  boolean unshared() {
    return unshared;
  }

  /** Sets what {@code app} sees: all, or all but one section. */
  List<String> share(AppId app, boolean withoutOne) {
    var except = RuleText.parse("section.sis_id is \"%s\"".formatted(cast.shared().id()));
    var share =
        new Share(
            new Selection.WholeDistrict(),
            false,
            withoutOne ? List.of(except) : List.of(),
            new TreeSet<>());
    long start = System.nanoTime();
    node.sharing().share(app, DemoDistrict.KEY, share);
    unshared = withoutOne;
    return List.of(
        withoutOne
            ? "%s is not shared with Learn any more; to Learn it looks deleted."
                .formatted(cast.shared().name())
            : "%s is shared with Learn again.".formatted(cast.shared().name()),
        "Learn can see that after %s.".formatted(since(start)));
  }

  /** The student changes class, or comes back. What fails is done by the same once more. */
  List<String> moveStudent() throws IOException, TargetUnavailable, InterruptedException {
    var from = moved ? cast.to() : cast.from();
    var to = moved ? cast.from() : cast.to();
    var says = new ArrayList<String>();
    says.add(
        "The school moves %s from %s to %s."
            .formatted(cast.student().name(), from.name(), to.name()));
    says.addAll(delivered(today, !moved));
    moved = !moved;
    return says;
  }

  /** All that a day brings, to anybody. A day that fails is played by the same once more. */
  List<String> nextDay() throws IOException, TargetUnavailable, InterruptedException {
    var next = today.nextDay();
    var moves = next.district().summary().moves();
    new RenamedAccounts(emulator).follow(moves);
    next.openAccounts(emulator);
    var says = new ArrayList<String>();
    says.add(
        "%s brings %s%s:"
            .formatted(
                next.date(),
                Words.count(moves.size(), "change"),
                moves.size() > TOLD ? ", some of them" : ""));
    moves.stream().limit(TOLD).map(Move::sentence).forEach(says::add);
    says.addAll(delivered(next, moved));
    today = next;
    return says;
  }

  private List<String> delivered(DemoDistrict day, boolean withMove)
      throws IOException, TargetUnavailable, InterruptedException {
    long start = System.nanoTime();
    var delivery = delivery(day, withMove);
    var report = node.intake().importSnapshot(DemoDistrict.KEY, delivery, Progress.NONE);
    var events = report.events();
    long told = node.publication().publish(DemoDistrict.KEY);
    var says = new ArrayList<String>();
    says.add(
        "Its files are in the roster and apps see them after %s: %s in the roster, %s for Learn."
            .formatted(
                since(start),
                Words.count(events.created() + events.updated() + events.deleted(), "event"),
                Words.count(told, "event")));
    says.add(classroom());
    return says;
  }

  /** The day's files, with what was done by hand in them. */
  private Path delivery(DemoDistrict day, boolean withMove) throws IOException {
    var folder = day.delivery();
    if (withMove) {
      new SisFiles(folder).moveStudent(cast.student().id(), cast.from().id(), cast.to().id());
    }
    return folder;
  }

  private String classroom() throws TargetUnavailable, InterruptedException {
    long start = System.nanoTime();
    var report = node.sync().sync(connection, RunProgress.NONE);
    return switch (report.status()) {
      case DONE, UNCHANGED ->
          "Google Classroom is in step after %s more: %s."
              .formatted(since(start), Words.count(report.done(), "operation"));
      case HELD, INCOMPLETE, PLANNED, RUNNING, SUPERSEDED, DISCARDED ->
          "Google Classroom is not in step yet: its sync is %s. Rollbook's own page says why."
              .formatted(Words.lower(report.status()));
    };
  }

  private static String since(long nanoTime) {
    return Words.time(Duration.ofNanos(System.nanoTime() - nanoTime));
  }
}
