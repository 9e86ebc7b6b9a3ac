package org.rollbook.learn.importing;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.importing.TeacherRows.Kept;
import org.rollbook.sources.cleverapi.CleverException;
import org.rollbook.sources.cleverapi.CleverRecord.Section;

/** Takes the classes of a run one by one. What fails for one does not stop the others (L3). */
final class Steps {
  private static final System.Logger LOG = System.getLogger(Steps.class.getName());

  /** No answer for one class may be about the class. For two in a row it is about Clever. */
  private static final int MOST_SILENCES = 2;

  private final Sync.Parts parts;
  private final RunId run;
  private final long reading;
  private final Runnable progress;
  private int position;
  private int silences;
  private boolean clean = true;

  /**
   * @param progress called after each class
   */
  Steps(Sync.Parts parts, RunId run, long reading, Runnable progress) {
    this.parts = parts;
    this.run = run;
    this.reading = reading;
    this.progress = progress;
  }

  /** Which class: enough to tell of its failure. */
  record Of(String section, String name, Optional<ClassId> id) {
    static Of listed(Section section) {
      return new Of(section.id(), SectionClass.name(section), Optional.empty());
    }

    static Of kept(Kept kept) {
      return new Of(kept.section(), kept.name(), Optional.of(kept.id()));
    }
  }

  /** Finds out what a section says now; nothing when it is gone. */
  interface Look {
    Optional<SectionClass> now() throws IOException, CannotGoOn;
  }

  /** Whether no class has failed. */
  boolean clean() {
    return clean;
  }

  /**
   * @throws CannotGoOn when it concerns more than this class
   */
  void take(Of which, Look look) throws CannotGoOn {
    try {
      var step = new ClassSync.Step(run, position, reading, which.section(), look.now());
      parts.classes().apply(step);
      silences = 0;
    } catch (CleverException.Unavailable | CleverException.Limited silence) {
      silences++;
      failed(which, Failures.meaning(silence), silences >= MOST_SILENCES);
    } catch (IOException fault) {
      failed(which, Failures.meaning(fault), false);
    } catch (CannotGoOn reason) {
      failed(which, reason, false);
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "The class of section " + which.section() + " failed", fault);
      failed(which, Failures.internal(), false);
    }
    position++;
    progress.run();
  }

  private void failed(Of which, CannotGoOn reason, boolean everywhere) throws CannotGoOn {
    boolean ends =
        switch (reason.code()) {
          case NOT_CONNECTED, INTERRUPTED -> true;
          case CLEVER_UNREACHABLE,
              CLEVER_BUSY,
              NOT_SHARED,
              CLEVER_ANSWER,
              CLASS_TOO_LARGE,
              INTERNAL ->
              everywhere;
        };
    if (ends) {
      throw reason;
    }
    clean = false;
    var line =
        new Telling.Line(
            which.id(), which.name(), SyncLine.Outcome.FAILED, List.of(), List.of(), reason.says());
    parts.runs().line(run, position, line, Optional.of(reason.code()));
  }
}
