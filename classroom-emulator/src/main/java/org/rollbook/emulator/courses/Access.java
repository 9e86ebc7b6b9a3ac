package org.rollbook.emulator.courses;

import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.NamedError;
import org.rollbook.emulator.wire.Refused;

/**
 * Who may see and do what (source: Classroom API, "Manage courses" and "Manage users"; discovery,
 * {@code CourseState}).
 */
public final class Access {
  private final CourseBook courses;
  private final Accounts accounts;

  /** Over these classes and people. */
  public Access(CourseBook courses, Accounts accounts) {
    this.courses = courses;
    this.accounts = accounts;
  }

  /** The class that the call's path names, when the caller may see it. */
  public Course visible(Call call) {
    Course course = exists(call, call.part("id"));
    if (!sees(call.account(), course)) {
      throw Refused.notPermitted();
    }
    return course;
  }

  /** The class that the call's path names, when the caller may teach it. */
  public Course taught(Call call) {
    Course course = visible(call);
    if (!runs(call.account(), course)) {
      throw Refused.notPermitted();
    }
    return course;
  }

  /** The class of that id or alias, whoever calls. */
  Course exists(Call call, String name) {
    return courses
        .find(name, call.caller().project())
        .orElseThrow(NamedError.COURSE_NOT_FOUND::refused);
  }

  /** Whether the person is an administrator of the class's domain. */
  boolean administers(Account who, Course course) {
    return who.admin()
        && accounts.within(accounts.get(course.owner()))
        && course.state() != CourseState.SUSPENDED;
  }

  /** Whether the person may see the class at all. */
  boolean sees(Account who, Course course) {
    int ordinal = who.id().ordinal();
    boolean member =
        course.state().shownToMembers() && (course.teaches(ordinal) || course.studies(ordinal));
    return member || owns(who, course) || administers(who, course);
  }

  /** Whether the person may do what the class's teachers may do. */
  public boolean runs(Account who, Course course) {
    boolean teacher = course.state().shownToMembers() && course.teaches(who.id().ordinal());
    return teacher || owns(who, course) || administers(who, course);
  }

  /** Whether the person owns the class. */
  boolean owns(Account who, Course course) {
    return course.owner() == who.id().ordinal();
  }

  /** The person that a request names by id, address or {@code me}; unknown is NOT_FOUND. */
  public Account person(Call call, String name) {
    return name.equals("me") ? call.account() : accounts.find(name).orElseThrow(Refused::notFound);
  }

  /** A member that a request names, who may have been deleted meanwhile. */
  Account member(Call call, String name) {
    return name.equals("me") ? call.account() : accounts.named(name).orElseThrow(Refused::notFound);
  }
}
