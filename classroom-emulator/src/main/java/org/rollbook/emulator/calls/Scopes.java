package org.rollbook.emulator.calls;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The OAuth scopes of the Classroom and Directory APIs (source: their discovery documents). */
public final class Scopes {
  private static final String BASE = "https://www.googleapis.com/auth/";

  /** Shows e-mail addresses in profiles. */
  public static final String PROFILE_EMAILS = BASE + "classroom.profile.emails";

  /** Shows photos in profiles. */
  public static final String PROFILE_PHOTOS = BASE + "classroom.profile.photos";

  static final String COURSES = BASE + "classroom.courses";
  static final String COURSES_READ = BASE + "classroom.courses.readonly";
  static final String ROSTERS = BASE + "classroom.rosters";
  static final String ROSTERS_READ = BASE + "classroom.rosters.readonly";
  static final String PUSH = BASE + "classroom.push-notifications";
  static final String WORK_ME = BASE + "classroom.coursework.me";
  static final String WORK_ME_READ = BASE + "classroom.coursework.me.readonly";
  static final String WORK_STUDENTS = BASE + "classroom.coursework.students";
  static final String WORK_STUDENTS_READ = BASE + "classroom.coursework.students.readonly";
  static final String SUBMISSIONS_ME_READ = BASE + "classroom.student-submissions.me.readonly";
  static final String SUBMISSIONS_READ = BASE + "classroom.student-submissions.students.readonly";
  static final String USER = BASE + "admin.directory.user";
  static final String USER_READ = BASE + "admin.directory.user.readonly";
  static final String USER_ALIAS = BASE + "admin.directory.user.alias";
  static final String USER_ALIAS_READ = BASE + "admin.directory.user.alias.readonly";
  static final String CLOUD = BASE + "cloud-platform";

  static final List<String> COURSE_READERS = List.of(COURSES, COURSES_READ);
  static final List<String> MEMBER_WRITERS = List.of(ROSTERS, PROFILE_EMAILS, PROFILE_PHOTOS);
  static final List<String> MEMBER_READERS =
      List.of(ROSTERS, ROSTERS_READ, PROFILE_EMAILS, PROFILE_PHOTOS);
  static final List<String> ROSTER_READERS = List.of(ROSTERS, ROSTERS_READ);
  static final List<String> WORK_READERS =
      List.of(WORK_ME, WORK_ME_READ, WORK_STUDENTS, WORK_STUDENTS_READ);
  static final List<String> SUBMISSION_READERS =
      List.of(
          WORK_ME,
          WORK_ME_READ,
          WORK_STUDENTS,
          WORK_STUDENTS_READ,
          SUBMISSIONS_ME_READ,
          SUBMISSIONS_READ);
  static final List<String> USER_READERS = List.of(USER, USER_READ);
  static final List<String> USER_LISTERS = List.of(USER, USER_READ, CLOUD);

  private Scopes() {}

  /**
   * Every scope that some method here asks for: what a domain allows unless it is set otherwise.
   */
  public static Set<String> all() {
    Set<String> all = new TreeSet<>();
    for (ApiMethod method : ApiMethod.values()) {
      all.addAll(method.scopes());
    }
    all.add(BASE + "admin.directory.orgunit.readonly");
    all.add(BASE + "admin.directory.domain.readonly");
    all.add(BASE + "admin.directory.customer.readonly");
    all.add("openid");
    all.add("email");
    all.add("profile");
    return all;
  }
}
