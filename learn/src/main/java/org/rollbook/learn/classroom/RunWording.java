package org.rollbook.learn.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rollbook.learn.importing.Cause;
import org.rollbook.learn.importing.SyncLine;
import org.rollbook.learn.importing.SyncRun;

/** What the pages say of an import or a sync. */
final class RunWording {
  /** In which order the kinds of what happened are counted up. */
  private static final List<SyncLine.Outcome> CHANGES =
      List.of(
          SyncLine.Outcome.CREATED,
          SyncLine.Outcome.UPDATED,
          SyncLine.Outcome.ARCHIVED,
          SyncLine.Outcome.RESTORED);

  /** "Ada, Bo and Cy". */
  static String enumerated(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    var before = parts.subList(0, parts.size() - 1);
    return String.join(", ", before) + " and " + parts.getLast();
  }

  String title(SyncRun run) {
    return switch (run.cause()) {
      case FIRST_IMPORT -> "Import from Clever";
      case LOGIN, BUTTON -> "Sync with Clever";
    };
  }

  /** How far a run is that has not ended. */
  String soFar(SyncRun run) {
    if (run.classesInAll().isEmpty()) {
      return "Asking Clever for your classes…";
    }
    var all = run.classesInAll().getAsInt();
    return "%d of %s done".formatted(run.classesDone(), classes(all));
  }

  /** What came of a run that has ended, as a sentence. */
  String summary(SyncRun run) {
    return switch (run.outcome().orElse(SyncRun.Outcome.KILLED)) {
      case DONE -> done(run);
      case UNCHANGED -> "Nothing has changed in Clever: all of your classes are up to date.";
      case FAILED -> endedEarly(run, "could not be finished");
      case KILLED -> endedEarly(run, "was interrupted");
    };
  }

  private String done(SyncRun run) {
    boolean first = run.cause() == Cause.FIRST_IMPORT;
    if (first && run.lines().isEmpty()) {
      return "The import is done: Clever shows no classes of yours.";
    }
    if (!failed(run).isEmpty()) {
      var what = first ? "Not every class could be imported" : "Not every class could be synced";
      return "%s: %s. The next sync tries again.".formatted(what, counts(run));
    }
    return (first ? "Your classes are imported: " : "Synced: ") + counts(run) + ".";
  }

  private String endedEarly(SyncRun run, String how) {
    var what = title(run).startsWith("Import") ? "The import" : "The sync";
    var done =
        run.classesDone() == 0
            ? "Your classes are as they were."
            : "What was done for %s stays; the next sync goes on from there."
                .formatted(classes(run.classesDone()));
    return "%s %s. %s".formatted(what, how, done);
  }

  /** What stands before the time at which a run ended. */
  String lastly(SyncRun run) {
    return switch (run.outcome().orElse(SyncRun.Outcome.KILLED)) {
      case DONE, UNCHANGED -> "Last synced";
      case FAILED, KILLED -> "Last tried";
    };
  }

  /** What a page shows that shows this run: there is news when it is another. */
  static String asOf(SyncRun run) {
    return run.id().number() + (run.ended().isPresent() ? "-ended" : "-runs");
  }

  /** What came of a run that has ended, in a few words. */
  String result(SyncRun run) {
    return switch (run.outcome().orElse(SyncRun.Outcome.KILLED)) {
      case DONE -> counts(run);
      case UNCHANGED -> "nothing changed";
      case FAILED, KILLED -> "not finished";
    };
  }

  /** "2 classes created, 1 updated and 5 unchanged". */
  private String counts(SyncRun run) {
    var counted =
        run.lines().stream()
            .collect(Collectors.groupingBy(SyncLine::outcome, Collectors.counting()));
    var parts = new ArrayList<String>();
    var order = new ArrayList<>(CHANGES);
    if (changed(run) || counted.containsKey(SyncLine.Outcome.FAILED)) {
      order.add(SyncLine.Outcome.UNCHANGED);
    }
    order.add(SyncLine.Outcome.FAILED);
    for (var outcome : order) {
      long number = counted.getOrDefault(outcome, 0L);
      if (number > 0) {
        var of = parts.isEmpty() ? classes(number) : Long.toString(number);
        parts.add(of + " " + outcome(outcome).toLowerCase(Locale.ROOT));
      }
    }
    return parts.isEmpty() ? "nothing changed" : enumerated(parts);
  }

  private static String classes(long number) {
    return number == 1 ? "1 class" : number + " classes";
  }

  /** Whether classes are different from before. */
  boolean changed(SyncRun run) {
    return run.lines().stream().anyMatch(line -> CHANGES.contains(line.outcome()));
  }

  List<SyncLine> failed(SyncRun run) {
    return run.lines().stream().filter(line -> line.outcome() == SyncLine.Outcome.FAILED).toList();
  }

  String outcome(SyncLine.Outcome outcome) {
    return switch (outcome) {
      case CREATED -> "Created";
      case UPDATED -> "Updated";
      case ARCHIVED -> "Archived";
      case RESTORED -> "Restored";
      case UNCHANGED -> "Unchanged";
      case FAILED -> "Failed";
    };
  }

  /** The class of the style sheet that colours the word; the word says the same. */
  String sign(SyncLine.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  String tone(SyncRun run) {
    if (run.ended().isEmpty()) {
      return "running";
    }
    return switch (run.outcome().orElse(SyncRun.Outcome.KILLED)) {
      case DONE, UNCHANGED -> failed(run).isEmpty() ? "well" : "trouble";
      case FAILED, KILLED -> "trouble";
    };
  }
}
