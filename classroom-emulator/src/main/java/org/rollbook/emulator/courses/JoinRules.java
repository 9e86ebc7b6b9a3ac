package org.rollbook.emulator.courses;

import java.time.InstantSource;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.NamedError;
import org.rollbook.emulator.wire.Refused;

/** What must hold before a person becomes a member of a class, by whichever way. */
public final class JoinRules {
  private final CourseBook courses;
  private final Accounts accounts;
  private final Limits limits;
  private final InstantSource clock;
  private final DayCount joins;

  /** Over these classes and people. */
  public JoinRules(CourseBook courses, Accounts accounts, Limits limits, InstantSource clock) {
    this.courses = courses;
    this.accounts = accounts;
    this.limits = limits;
    this.clock = clock;
    this.joins = new DayCount(clock);
  }

  /** The person's account is not disabled and the class takes members at all. */
  void checkOpen(Course course, Account person) {
    if (!person.active()) {
      throw Refused.precondition();
    }
    if (!accounts.get(course.owner()).active()) {
      throw NamedError.INACTIVE_COURSE_OWNER.refused();
    }
    if (!course.state().modifiable()) {
      throw NamedError.COURSE_NOT_MODIFIABLE.refused();
    }
  }

  /** There is room for one more in the class and in the person's list of classes. */
  void checkRoom(Course course, Account person, Role role) {
    if (course.teacherCount() + course.studentCount() >= limits.membersPerCourse()) {
      throw NamedError.COURSE_MEMBER_LIMIT_REACHED.refused();
    }
    if (role == Role.TEACHER && course.teacherCount() >= limits.teachersPerCourse()) {
      throw NamedError.COURSE_TEACHER_LIMIT_REACHED.refused();
    }
    checkGroups(person);
  }

  /** The person may be in one more class. */
  void checkGroups(Account person) {
    if (courses.joined(person.id().ordinal()) >= limits.coursesJoinedPerUser()) {
      throw NamedError.USER_GROUPS_MEMBERSHIP_LIMIT_REACHED.refused();
    }
  }

  /** Counts a class that the person joins without an administrator, or refuses the day's last. */
  void countJoin(Account person) {
    if (!joins.count(person.id().ordinal(), limits.joinsPerDay())) {
      throw NamedError.USER_COURSE_JOIN_RATE_LIMIT_REACHED.refused();
    }
  }

  /** A former owner stays while the class's files are still on their way to the new one. */
  void checkTransferred(Course course, Account person) {
    boolean former = course.transfer().former() == person.id().ordinal();
    if (former && clock.instant().isBefore(course.transfer().at().plus(limits.transferTime()))) {
      throw NamedError.CANNOT_REMOVE_OWNER_TRANSFER_INCOMPLETE.refused();
    }
  }
}
