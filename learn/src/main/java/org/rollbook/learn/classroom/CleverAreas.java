package org.rollbook.learn.classroom;

import java.time.Duration;
import java.util.Optional;
import org.rollbook.learn.importing.Importing;
import org.rollbook.learn.importing.SyncRun;
import org.rollbook.learn.people.Person;

/** Puts together what the Classes tab says of Clever. */
final class CleverAreas {
  /** How long a page waits for Clever's answer before it comes without it. */
  private static final Duration PATIENCE = Duration.ofMillis(900);

  /** How long the part waits that the page then loads by itself. */
  private static final Duration LONG_PATIENCE = Duration.ofSeconds(30);

  private final Importing importing;

  CleverAreas(Importing importing) {
    this.importing = importing;
  }

  /** For a page, which comes without Clever's answer rather than late. */
  CleverArea soon(Person teacher) throws InterruptedException {
    return of(
        teacher,
        importing
            .rostering(teacher, PATIENCE)
            .<CleverArea.Setup>map(CleverArea.Setup.Known::new)
            .orElseGet(CleverArea.Setup.Looking::new));
  }

  /** For the part that such a page then asks for. */
  CleverArea whenAnswered(Person teacher) throws InterruptedException {
    return of(
        teacher,
        importing
            .rostering(teacher, LONG_PATIENCE)
            .<CleverArea.Setup>map(CleverArea.Setup.Known::new)
            .orElseGet(CleverArea.Setup.NoAnswer::new));
  }

  private CleverArea of(Person teacher, CleverArea.Setup setup) {
    var latest = importing.latest(teacher.id());
    return new CleverArea(
        setup, importing.imported(teacher.id()), latest.filter(CleverAreas::worthTelling), latest);
  }

  /** That nothing has changed need not be told at every login: the line below says it. */
  static boolean worthTelling(SyncRun run) {
    return run.ended().isEmpty()
        || (!run.seen() && !run.outcome().equals(Optional.of(SyncRun.Outcome.UNCHANGED)));
  }
}
