package org.rollbook.learn.classroom;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.rollbook.learn.assignments.AssignmentId;
import org.rollbook.learn.assignments.ForStudent;
import org.rollbook.learn.assignments.ForTeacher;

/**
 * An assignment in a list.
 *
 * @param says how it stands, in a few words
 */
record AssignmentRow(String path, String title, String says) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  /** For those who set it: how far their students are. */
  static AssignmentRow of(ForTeacher set) {
    return new AssignmentRow(path(set.id()), set.title(), due(set.due()) + progress(set));
  }

  private static String progress(ForTeacher set) {
    if (!set.published()) {
      return "Draft: students do not see it";
    }
    return set.students() == 0
        ? "Published; no students yet"
        : "Finished by %d of %d".formatted(set.finished(), set.students());
  }

  /** For those who do it. */
  static AssignmentRow of(ForStudent done) {
    var says =
        switch (done.standing()) {
          case TO_DO, PAST_DUE ->
              done.standing().title()
                  + (done.answered() == 0
                      ? ""
                      : " · %d of %d answered".formatted(done.answered(), done.questions()));
          case DONE -> "%d of %d right".formatted(done.right(), done.questions());
        };
    return new AssignmentRow(path(done.id()), done.title(), due(done.due()) + says);
  }

  private static String due(Optional<LocalDate> due) {
    return due.map(day -> "Due " + DAY.format(day) + " · ").orElse("");
  }

  private static String path(AssignmentId id) {
    return "/assignments/" + id.number();
  }
}
