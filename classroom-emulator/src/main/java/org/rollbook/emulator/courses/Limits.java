package org.rollbook.emulator.courses;

import java.time.Duration;

/**
 * How much of everything there may be (source: Classroom help centre, "Classroom limits", Workspace
 * for Education).
 *
 * @param teachersPerCourse teachers of one class, its owner among them
 * @param membersPerCourse teachers and students of one class together
 * @param coursesJoinedPerUser classes that one person may be in, in any role
 * @param invitationsPerDay invitations that one person may send in a day
 * @param joinsPerDay classes that one person may join by code or invitation in a day
 * @param pageSize the most that one page of a list has; the real server pages at 30 whatever is
 *     asked for
 * @param transferTime how long after a change of owner the former owner cannot be removed, while
 *     files move to the new one
 */
public record Limits(
    int teachersPerCourse,
    int membersPerCourse,
    int coursesJoinedPerUser,
    int invitationsPerDay,
    int joinsPerDay,
    int pageSize,
    Duration transferTime) {
  /** Google's own. */
  public static Limits google() {
    return new Limits(50, 1_000, 1_000, 500, 1_000, 30, Duration.ZERO);
  }

  /** The same with another limit of classes a person may be in. */
  public Limits withCoursesJoinedPerUser(int most) {
    return new Limits(
        teachersPerCourse,
        membersPerCourse,
        most,
        invitationsPerDay,
        joinsPerDay,
        pageSize,
        transferTime);
  }

  /** The same with another limit of classes a person may join in a day. */
  public Limits withJoinsPerDay(int most) {
    return new Limits(
        teachersPerCourse,
        membersPerCourse,
        coursesJoinedPerUser,
        invitationsPerDay,
        most,
        pageSize,
        transferTime);
  }

  /** The same with another time that a change of owner takes. */
  public Limits withTransferTime(Duration time) {
    return new Limits(
        teachersPerCourse,
        membersPerCourse,
        coursesJoinedPerUser,
        invitationsPerDay,
        joinsPerDay,
        pageSize,
        time);
  }
}
