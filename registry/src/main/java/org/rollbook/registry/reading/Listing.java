package org.rollbook.registry.reading;

import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/** A list that an app can ask for; always of what it sees. */
public sealed interface Listing {
  /** All records of one type. */
  record All(RecordType type) implements Listing {}

  /** All users who have a role. */
  record InRole(UserRole role) implements Listing {}

  /** Records that have to do with one record, in a way that needs no more than their kinds. */
  record Related(RecordId of, Relation relation) implements Listing {}

  /**
   * The people of a school.
   *
   * @param role only those who have it there
   * @param primary only those whose primary school it is
   */
  record UsersOfSchool(RecordId school, Optional<UserRole> role, boolean primary)
      implements Listing {}

  /**
   * The people of a section.
   *
   * @param role {@link UserRole#STUDENT} or {@link UserRole#TEACHER}
   */
  record UsersOfSection(RecordId section, Optional<UserRole> role) implements Listing {}

  /**
   * The schools of a user.
   *
   * @param primary the primary one only; a staff member's is the first that the SIS names, for
   *     Clever's staff objects say none
   */
  record SchoolsOfUser(RecordId user, boolean primary) implements Listing {}
}
