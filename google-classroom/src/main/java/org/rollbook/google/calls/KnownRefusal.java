package org.rollbook.google.calls;

import static org.rollbook.google.calls.KnownRefusal.Reach.CONNECTION;
import static org.rollbook.google.calls.KnownRefusal.Reach.MOMENT;
import static org.rollbook.google.calls.KnownRefusal.Reach.OPERATION;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The refusals that rostering can meet, each with how far it reaches and what to do about it.
 *
 * <p>Sources: Classroom API, "Common errors" (the names that begin a message with {@code @}); those
 * marked "seen" are answered by the real API but are not on that page; Directory API, "Errors" (the
 * reasons in lower camel case); Google Cloud API design guide, "Errors" (capitals); RFC 6749, 5.2
 * and "OAuth 2.0 for Server to Server Applications" (the token endpoint's, with underscores).
 */
public enum KnownRefusal {
  // --- the person ------------------------------------------------------------------------------
  CANNOT_DIRECT_ADD_USER(
      "CannotDirectAddUser",
      OPERATION,
      "Google lets an administrator add only accounts of the own domain, and a new account only"
          + " some hours after it was made. If the account is new, run the sync again later; if it"
          + " belongs to another domain, the teacher has to invite this person in Classroom."),
  CANNOT_INVITE_USER_IN_UNTRUSTED_DOMAIN(
      "CannotInviteUserInUntrustedDomain",
      OPERATION,
      "The account belongs to a domain that yours does not trust. Add the domain to the trusted"
          + " ones in the Admin console (Account > Domains > Allowlisted domains), or correct the"
          + " person's e-mail address in the school information system."),
  USER_GROUPS_MEMBERSHIP_LIMIT_REACHED(
      "UserGroupsMembershipLimitReached",
      OPERATION,
      "This account is in as many classes and groups as Google allows. Take it out of old classes"
          + " or groups, then run the sync again."),
  USER_COURSE_JOIN_RATE_LIMIT_REACHED(
      "UserCourseJoinRateLimitReached",
      OPERATION,
      "This account joined as many classes today as Google allows. Run the sync again tomorrow."),
  /** Seen. */
  USER_INVITATION_QUOTA_EXHAUSTED(
      "UserInvitationQuotaExhausted",
      OPERATION,
      "As many invitations were sent today as Google allows. Run the sync again tomorrow."),
  USER_CANNOT_OWN_COURSE(
      "UserCannotOwnCourse",
      OPERATION,
      "Google does not let this account own a class. Make it a member of the verified teachers'"
          + " group in the Admin console (Apps > Google Workspace > Classroom > Teacher"
          + " permissions), or name another primary teacher in the school information system."),
  INELIGIBLE_OWNER(
      "IneligibleOwner",
      OPERATION,
      "Only somebody who teaches the class can become its owner. If this person is a student of"
          + " the class, take them out; otherwise wait some minutes and run the sync again."),
  /** Seen. */
  USER_ALREADY_OWNER(
      "UserAlreadyOwner", OPERATION, "This person owns the class already: nothing needs doing."),
  PENDING_INVITATION_EXISTS(
      "PendingInvitationExists",
      OPERATION,
      "Somebody was invited to own this class and has not answered. Ask the teacher to withdraw"
          + " the invitation in Classroom, or the invited person to answer it."),

  // --- the class -------------------------------------------------------------------------------
  COURSE_MEMBER_LIMIT_REACHED(
      "CourseMemberLimitReached",
      OPERATION,
      "The class is full: Google allows 1,000 teachers and students in one class. Split the"
          + " section, or take people out who no longer need the class."),
  COURSE_TEACHER_LIMIT_REACHED(
      "CourseTeacherLimitReached",
      OPERATION,
      "The class has as many teachers as Google allows (50). Take a teacher out who no longer"
          + " needs the class."),
  COURSE_NOT_MODIFIABLE(
      "CourseNotModifiable",
      OPERATION,
      "The class is archived, declined or suspended and takes no changes. Restore it in Classroom"
          + " if it should go on."),
  COURSE_TITLE_CANNOT_CONTAIN_URL(
      "CourseTitleCannotContainUrl",
      OPERATION,
      "Google allows no web address in the name of a class, and takes words with a dot between"
          + " them for one. Change the section's name in the school information system."),
  INACTIVE_COURSE_OWNER(
      "InactiveCourseOwner",
      OPERATION,
      "The account that owns this class is suspended or deleted. Restore it in the Admin console"
          + " (possible for 20 days after it was deleted), hand the class to another teacher, then"
          + " suspend it again."),
  CANNOT_REMOVE_COURSE_OWNER(
      "CannotRemoveCourseOwner",
      OPERATION,
      "This person owns the class and cannot leave it. Hand the class to another teacher first:"
          + " name the new primary teacher in the school information system."),
  CANNOT_REMOVE_COURSE_FOLDER_OWNER(
      "CannotRemoveCourseFolderOwner",
      OPERATION,
      "The class's folder in Google Drive belongs to this person. Hand the folder to the class's"
          + " owner in Drive, then run the sync again."),
  CANNOT_REMOVE_TEACHER_WITH_NO_COURSE_OWNER(
      "CannotRemoveTeacherWithNoCourseOwner",
      OPERATION,
      "The class has no active owner, so no teacher may leave it. Restore the owner's account in"
          + " the Admin console and hand the class to another teacher."),
  /** Seen. */
  COURSE_NOT_FOUND("CourseNotFound", OPERATION, "The class is not there any more."),
  PROJECT_PERMISSION_DENIED(
      "ProjectPermissionDenied",
      OPERATION,
      "Google allows this change only to the Google Cloud project that made the thing. Connect"
          + " with the service account that you used before."),

  // --- the statuses that come without a name ---------------------------------------------------
  PERMISSION_DENIED(
      "PERMISSION_DENIED",
      OPERATION,
      "Google does not let the administrator reach this class or this account, most often because"
          + " the account or the class's owner belongs to another domain, or because Google"
          + " suspended the class. The class's owner sees which when opening it in Classroom."),
  FAILED_PRECONDITION(
      "FAILED_PRECONDITION",
      OPERATION,
      "Google does not say why. Most often the person's account is suspended, or Classroom is"
          + " turned off for it: look at the account in the Admin console."),
  INVALID_ARGUMENT(
      "INVALID_ARGUMENT",
      OPERATION,
      "Google cannot use a value that it was given. A class's name has 1 to 750 characters: look"
          + " at the section's name in the school information system."),
  NOT_FOUND(
      "NOT_FOUND",
      OPERATION,
      "Google does not know this account. It was deleted, or made a moment ago: the next sync"
          + " looks for the person's account anew."),
  ALREADY_EXISTS(
      "ALREADY_EXISTS",
      OPERATION,
      "Google says that this class is there but does not show it, as happens for some time after"
          + " a class was made or deleted. Run the sync again later."),

  // --- the moment ------------------------------------------------------------------------------
  CANNOT_REMOVE_COURSE_OWNER_TRANSFER_INCOMPLETE(
      "CannotRemoveCourseOwnerTransferIncomplete",
      MOMENT,
      "The class is still being handed to its new owner. Run the sync again later."),
  /** Google's other meaning of 409, besides "already exists": two writes met. */
  ABORTED("ABORTED", MOMENT, "Another change to the same class came between. Run the sync again."),
  RATE_LIMIT_EXCEEDED("rateLimitExceeded", MOMENT, "Google asks us to slow down."),
  USER_RATE_LIMIT_EXCEEDED("userRateLimitExceeded", MOMENT, "Google asks us to slow down."),
  QUOTA_EXCEEDED("quotaExceeded", MOMENT, Texts.QUOTA),
  DAILY_LIMIT_EXCEEDED("dailyLimitExceeded", MOMENT, Texts.QUOTA),
  RESOURCE_EXHAUSTED("RESOURCE_EXHAUSTED", MOMENT, Texts.QUOTA),

  // --- the connection --------------------------------------------------------------------------
  CLASSROOM_API_DISABLED(
      "ClassroomApiDisabled",
      CONNECTION,
      "The Classroom API is turned off for {admin}. Turn it on in the Admin console: Apps > Google"
          + " Workspace > Classroom > Data access."),
  CLASSROOM_DISABLED(
      "ClassroomDisabled",
      CONNECTION,
      "Classroom is turned off for {admin}. Turn it on for the administrator's organisational unit"
          + " in the Admin console: Apps > Google Workspace > Classroom > Service status."),
  /** Seen. */
  NOT_GOOGLE_APPS_USER(
      "NotGoogleAppsUser",
      CONNECTION,
      "{admin} is no Google Workspace account. Connect with the address of a super administrator"
          + " of the school's own Workspace."),
  SERVICE_DISABLED("SERVICE_DISABLED", CONNECTION, Texts.API_OFF),
  ACCESS_NOT_CONFIGURED("accessNotConfigured", CONNECTION, Texts.API_OFF),
  SCOPE_INSUFFICIENT("ACCESS_TOKEN_SCOPE_INSUFFICIENT", CONNECTION, Texts.DELEGATE),
  INSUFFICIENT_PERMISSIONS("insufficientPermissions", CONNECTION, Texts.DELEGATE),
  UNAUTHENTICATED(
      "UNAUTHENTICATED",
      CONNECTION,
      "Google took the access away while it was in use. See that the service account"
          + " {serviceAccount} is enabled and that {admin} is not suspended, then try again."),
  UNAUTHORIZED_CLIENT("unauthorized_client", CONNECTION, Texts.DELEGATE),
  ACCESS_DENIED("access_denied", CONNECTION, Texts.DELEGATE),
  INVALID_SCOPE("invalid_scope", CONNECTION, Texts.DELEGATE),
  INVALID_CLIENT("invalid_client", CONNECTION, Texts.KEY_GONE),
  INVALID_GRANT(
      "invalid_grant",
      CONNECTION,
      "See, in this order: that {admin} is an active account of this Workspace; that the service"
          + " account {serviceAccount} and its key still exist in the Google Cloud console; and"
          + " that this computer's clock is right.");

  /** How far a refusal reaches. */
  public enum Reach {
    /** This operation, until somebody changes something. */
    OPERATION,
    /** This operation, now: trying again later helps. */
    MOMENT,
    /** Everything on this connection, until an administrator changes something. */
    CONNECTION
  }

  private static final Map<String, KnownRefusal> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(KnownRefusal::code, Function.identity()));

  private final String code;
  private final Reach reach;
  private final String advice;

  KnownRefusal(String code, Reach reach, String advice) {
    this.code = code;
    this.reach = reach;
    this.advice = advice;
  }

  /** Google's name of it. */
  public String code() {
    return code;
  }

  public Reach reach() {
    return reach;
  }

  /** What a person can do about it. */
  public String advice() {
    return advice;
  }

  /** The row for a code. */
  public static Optional<KnownRefusal> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Advice that several rows give; in a class of its own since an enum's rows come first. */
  private static final class Texts {
    static final String DELEGATE =
        "Allow the service account in the Admin console (Security > Access and data control > API"
            + " controls > Domain-wide delegation): client ID {clientId}, with exactly these"
            + " scopes: {scopes}. It can take some minutes until Google knows.";
    static final String API_OFF =
        "Enable the Google Classroom API and the Admin SDK API in the Google Cloud project of the"
            + " service account {serviceAccount}. It can take some minutes until Google knows.";
    static final String QUOTA = "The Google Cloud project's quota is used up.";
    static final String KEY_GONE =
        "Google does not know the service account {serviceAccount} any more. Make a new key in the"
            + " Google Cloud console and connect again.";

    private Texts() {}
  }
}
