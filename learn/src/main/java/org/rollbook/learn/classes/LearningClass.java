package org.rollbook.learn.classes;

import java.time.Instant;
import java.util.Optional;
import org.rollbook.learn.people.PersonId;

/**
 * A class.
 *
 * @param section Clever's id of the section that it is kept in step with; absent when made by hand
 * @param owner its primary teacher
 * @param about subject, grade, period, term, for people to tell classes apart; may be empty
 * @param joinCode with which students join, for classes made by hand
 * @param archivedAt when it was put away, absent while it is in use
 */
public record LearningClass(
    ClassId id,
    Optional<String> section,
    String name,
    PersonId owner,
    String about,
    Optional<String> joinCode,
    Optional<Instant> archivedAt) {
  /** Whether Clever keeps it. */
  public boolean imported() {
    return section.isPresent();
  }

  /** Whether it is put away: to be read, and nothing more. */
  public boolean archived() {
    return archivedAt.isPresent();
  }
}
