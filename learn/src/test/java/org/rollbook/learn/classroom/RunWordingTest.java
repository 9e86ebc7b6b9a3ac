package org.rollbook.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollbook.learn.importing.Cause;
import org.rollbook.learn.importing.RunId;
import org.rollbook.learn.importing.SyncLine;
import org.rollbook.learn.importing.SyncRun;
import org.rollbook.learn.people.DistrictId;

/** What is said of imports and syncs. */
class RunWordingTest {
  private static final Instant BEGAN = Instant.parse("2026-09-01T08:00:00Z");

  private final RunWording wording = new RunWording();

  private static SyncRun run(
      Cause cause, Optional<SyncRun.Outcome> outcome, SyncLine.Outcome... classes) {
    var lines =
        IntStream.range(0, classes.length)
            .mapToObj(position ->
                new SyncLine(
                    position,
                    Optional.empty(),
                    "Class " + position,
                    classes[position],
                    List.of(),
                    List.of(),
                    "",
                    Optional.empty()))
            .toList();
    return new SyncRun(
        new RunId(new DistrictId("district"), 1),
        cause,
        BEGAN,
        outcome.map(_ -> BEGAN.plusSeconds(3)),
        outcome,
        Optional.empty(),
        classes.length,
        OptionalInt.of(8),
        lines,
        false);
  }

  private String summary(Cause cause, SyncRun.Outcome outcome, SyncLine.Outcome... classes) {
    return wording.summary(run(cause, Optional.of(outcome), classes));
  }

  @Test
  void L3_theSummaryCountsWhatHappenedToTheClasses() {
    assertThat(
            summary(
                Cause.BUTTON,
                SyncRun.Outcome.DONE,
                SyncLine.Outcome.UPDATED,
                SyncLine.Outcome.UPDATED,
                SyncLine.Outcome.ARCHIVED,
                SyncLine.Outcome.UNCHANGED))
        .isEqualTo("Synced: 2 classes updated, 1 archived and 1 unchanged.");
  }

  @Test
  void L3_aClassThatFailedIsNotHiddenAmongTheOthers() {
    assertThat(
            summary(
                Cause.FIRST_IMPORT,
                SyncRun.Outcome.DONE,
                SyncLine.Outcome.CREATED,
                SyncLine.Outcome.FAILED))
        .isEqualTo(
            "Not every class could be imported: 1 class created and 1 failed. The next sync tries"
                + " again.");
  }

  @Test
  void aTeacherWithoutClassesIsToldSo() {
    assertThat(summary(Cause.FIRST_IMPORT, SyncRun.Outcome.DONE))
        .isEqualTo("The import is done: Clever shows no classes of yours.");
  }

  @Test
  void whatWasDoneBeforeAFailureStaysAndIsSaidSo() {
    assertThat(summary(Cause.LOGIN, SyncRun.Outcome.FAILED, SyncLine.Outcome.UPDATED))
        .isEqualTo(
            "The sync could not be finished. What was done for 1 class stays; the next sync goes on"
                + " from there.");
    assertThat(summary(Cause.FIRST_IMPORT, SyncRun.Outcome.KILLED))
        .isEqualTo("The import was interrupted. Your classes are as they were.");
  }

  @Test
  void aRunThatRunsSaysHowFarItIs() {
    assertThat(wording.soFar(run(Cause.BUTTON, Optional.empty(), SyncLine.Outcome.UPDATED)))
        .isEqualTo("1 of 8 classes done");
  }

  @Test
  void namesAreEnumeratedAsPeopleDo() {
    assertThat(RunWording.enumerated(List.of("Ada", "Bo", "Cy"))).isEqualTo("Ada, Bo and Cy");
    assertThat(RunWording.enumerated(List.of("Ada"))).isEqualTo("Ada");
    assertThat(RunWording.enumerated(List.of())).isEmpty();
  }
}
