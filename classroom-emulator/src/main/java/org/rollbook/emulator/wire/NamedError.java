package org.rollbook.emulator.wire;

/**
 * The errors that Google names with {@code @Name } at the start of the message, so that a program
 * can tell them apart (source: Classroom API, "Common errors"). Those marked "seen" are not on that
 * page but are answered by the real API.
 */
public enum NamedError {
  CANNOT_REMOVE_COURSE_OWNER(
      Status.FAILED_PRECONDITION, "CannotRemoveCourseOwner", "The course owner cannot be removed."),
  CANNOT_REMOVE_OWNER_TRANSFER_INCOMPLETE(
      Status.FAILED_PRECONDITION,
      "CannotRemoveCourseOwnerTransferIncomplete",
      "The ownership transfer of the course is not complete yet. Wait and try again."),
  CANNOT_REMOVE_TEACHER_WITH_NO_COURSE_OWNER(
      Status.FAILED_PRECONDITION,
      "CannotRemoveTeacherWithNoCourseOwner",
      "The teacher cannot be removed because the course has no active owner."),
  COURSE_MEMBER_LIMIT_REACHED(
      Status.FAILED_PRECONDITION,
      "CourseMemberLimitReached",
      "The course already has the maximum number of members."),
  COURSE_NOT_MODIFIABLE(
      Status.FAILED_PRECONDITION,
      "CourseNotModifiable",
      "The course is in a state that does not permit modification."),
  COURSE_TEACHER_LIMIT_REACHED(
      Status.FAILED_PRECONDITION,
      "CourseTeacherLimitReached",
      "The course already has the maximum number of teachers."),
  COURSE_TITLE_CANNOT_CONTAIN_URL(
      Status.FAILED_PRECONDITION,
      "CourseTitleCannotContainUrl",
      "The course title cannot contain a URL."),
  INACTIVE_COURSE_OWNER(
      Status.FAILED_PRECONDITION,
      "InactiveCourseOwner",
      "The account of the course owner is not active."),
  INELIGIBLE_OWNER(
      Status.FAILED_PRECONDITION,
      "IneligibleOwner",
      "Only a co-teacher can be invited as owner of the course"),
  LIST_COURSES_STUDENT_AND_TEACHER_FILTER(
      Status.FAILED_PRECONDITION,
      "ListCoursesStudentAndTeacherFilter",
      "Courses can be listed by student or by teacher, not by both."),
  PENDING_INVITATION_EXISTS(
      Status.FAILED_PRECONDITION,
      "PendingInvitationExists",
      "The course already has a pending invitation to own it."),
  USER_CANNOT_OWN_COURSE(
      Status.FAILED_PRECONDITION,
      "UserCannotOwnCourse",
      "The user is not permitted to own a course."),
  USER_GROUPS_MEMBERSHIP_LIMIT_REACHED(
      Status.FAILED_PRECONDITION,
      "UserGroupsMembershipLimitReached",
      "The user is a member of the maximum number of groups."),
  /** Seen. */
  USER_ALREADY_OWNER(
      Status.FAILED_PRECONDITION,
      "UserAlreadyOwner",
      "Cannot transfer course to the user who is already the owner"),
  CANNOT_DIRECT_ADD_USER(
      Status.PERMISSION_DENIED,
      "CannotDirectAddUser",
      "Unable to directly add the user to the course. The user must be in the same domain as the"
          + " course and the administrator; send an invitation instead."),
  /** Seen. */
  COURSE_NOT_FOUND(Status.NOT_FOUND, "CourseNotFound", "The course was not found."),
  USER_COURSE_JOIN_RATE_LIMIT_REACHED(
      Status.RESOURCE_EXHAUSTED,
      "UserCourseJoinRateLimitReached",
      "The user has joined the maximum number of courses today."),
  /** Seen. */
  USER_INVITATION_QUOTA_EXHAUSTED(
      Status.RESOURCE_EXHAUSTED,
      "UserInvitationQuotaExhausted",
      "The user has sent the maximum number of invitations today.");

  private final Status status;
  private final String googleName;
  private final String text;

  NamedError(Status status, String googleName, String text) {
    this.status = status;
    this.googleName = googleName;
    this.text = text;
  }

  /** The name as Google writes it, without the {@code @}. */
  public String googleName() {
    return googleName;
  }

  /** The status it is answered with. */
  public Status status() {
    return status;
  }

  /** Ends a call with this error. */
  public Refused refused() {
    return Refused.of(status, "@" + googleName + " " + text);
  }
}
