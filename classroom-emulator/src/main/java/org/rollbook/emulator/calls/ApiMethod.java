package org.rollbook.emulator.calls;

import static org.rollbook.emulator.calls.Verb.DELETE;
import static org.rollbook.emulator.calls.Verb.GET;
import static org.rollbook.emulator.calls.Verb.PATCH;
import static org.rollbook.emulator.calls.Verb.POST;
import static org.rollbook.emulator.calls.Verb.PUT;

import java.util.List;
import java.util.Set;

/**
 * The methods that are served: name, address, the scopes of which one is enough, and the query
 * parameters of its own (source: the discovery documents of the Classroom and Directory APIs).
 */
@SuppressWarnings("ImmutableEnumChecker") // The collections are of List.of and Set.of.
public enum ApiMethod {
  COURSES_CREATE("courses.create", POST, "v1/courses", List.of(Scopes.COURSES)),
  COURSES_GET("courses.get", GET, "v1/courses/{id}", Scopes.COURSE_READERS),
  COURSES_LIST(
      "courses.list",
      GET,
      "v1/courses",
      Scopes.COURSE_READERS,
      "courseStates",
      "pageSize",
      "pageToken",
      "studentId",
      "teacherId"),
  COURSES_PATCH("courses.patch", PATCH, "v1/courses/{id}", List.of(Scopes.COURSES), "updateMask"),
  COURSES_UPDATE("courses.update", PUT, "v1/courses/{id}", List.of(Scopes.COURSES)),
  COURSES_DELETE("courses.delete", DELETE, "v1/courses/{id}", List.of(Scopes.COURSES)),

  ALIASES_CREATE(
      "courses.aliases.create", POST, "v1/courses/{id}/aliases", List.of(Scopes.COURSES)),
  ALIASES_LIST(
      "courses.aliases.list",
      GET,
      "v1/courses/{id}/aliases",
      Scopes.COURSE_READERS,
      "pageSize",
      "pageToken"),
  ALIASES_DELETE(
      "courses.aliases.delete", DELETE, "v1/courses/{id}/aliases/{alias}", List.of(Scopes.COURSES)),

  TEACHERS_CREATE(
      "courses.teachers.create", POST, "v1/courses/{id}/teachers", Scopes.MEMBER_WRITERS),
  TEACHERS_GET(
      "courses.teachers.get", GET, "v1/courses/{id}/teachers/{userId}", Scopes.MEMBER_READERS),
  TEACHERS_LIST(
      "courses.teachers.list",
      GET,
      "v1/courses/{id}/teachers",
      Scopes.MEMBER_READERS,
      "pageSize",
      "pageToken"),
  TEACHERS_DELETE(
      "courses.teachers.delete",
      DELETE,
      "v1/courses/{id}/teachers/{userId}",
      List.of(Scopes.ROSTERS)),
  STUDENTS_CREATE(
      "courses.students.create",
      POST,
      "v1/courses/{id}/students",
      Scopes.MEMBER_WRITERS,
      "enrollmentCode"),
  STUDENTS_GET(
      "courses.students.get", GET, "v1/courses/{id}/students/{userId}", Scopes.MEMBER_READERS),
  STUDENTS_LIST(
      "courses.students.list",
      GET,
      "v1/courses/{id}/students",
      Scopes.MEMBER_READERS,
      "pageSize",
      "pageToken"),
  STUDENTS_DELETE(
      "courses.students.delete",
      DELETE,
      "v1/courses/{id}/students/{userId}",
      List.of(Scopes.ROSTERS)),

  INVITATIONS_CREATE("invitations.create", POST, "v1/invitations", List.of(Scopes.ROSTERS)),
  INVITATIONS_GET("invitations.get", GET, "v1/invitations/{id}", Scopes.ROSTER_READERS),
  INVITATIONS_LIST(
      "invitations.list",
      GET,
      "v1/invitations",
      Scopes.ROSTER_READERS,
      "courseId",
      "userId",
      "pageSize",
      "pageToken"),
  INVITATIONS_DELETE("invitations.delete", DELETE, "v1/invitations/{id}", List.of(Scopes.ROSTERS)),
  INVITATIONS_ACCEPT(
      "invitations.accept", POST, "v1/invitations/{id}:accept", List.of(Scopes.ROSTERS)),

  USER_PROFILES_GET("userProfiles.get", GET, "v1/userProfiles/{userId}", Scopes.MEMBER_READERS),

  REGISTRATIONS_CREATE("registrations.create", POST, "v1/registrations", List.of(Scopes.PUSH)),
  REGISTRATIONS_DELETE(
      "registrations.delete", DELETE, "v1/registrations/{id}", List.of(Scopes.PUSH)),

  COURSE_WORK_CREATE(
      "courses.courseWork.create",
      POST,
      "v1/courses/{id}/courseWork",
      List.of(Scopes.WORK_STUDENTS)),
  COURSE_WORK_GET(
      "courses.courseWork.get", GET, "v1/courses/{id}/courseWork/{work}", Scopes.WORK_READERS),
  COURSE_WORK_LIST(
      "courses.courseWork.list",
      GET,
      "v1/courses/{id}/courseWork",
      Scopes.WORK_READERS,
      "courseWorkStates",
      "orderBy",
      "pageSize",
      "pageToken"),
  COURSE_WORK_DELETE(
      "courses.courseWork.delete",
      DELETE,
      "v1/courses/{id}/courseWork/{work}",
      List.of(Scopes.WORK_STUDENTS)),
  SUBMISSIONS_GET(
      "courses.courseWork.studentSubmissions.get",
      GET,
      "v1/courses/{id}/courseWork/{work}/studentSubmissions/{submission}",
      Scopes.SUBMISSION_READERS),
  SUBMISSIONS_LIST(
      "courses.courseWork.studentSubmissions.list",
      GET,
      "v1/courses/{id}/courseWork/{work}/studentSubmissions",
      Scopes.SUBMISSION_READERS,
      "late",
      "states",
      "userId",
      "pageSize",
      "pageToken"),
  SUBMISSIONS_PATCH(
      "courses.courseWork.studentSubmissions.patch",
      PATCH,
      "v1/courses/{id}/courseWork/{work}/studentSubmissions/{submission}",
      List.of(Scopes.WORK_ME, Scopes.WORK_STUDENTS),
      "updateMask"),
  SUBMISSIONS_TURN_IN(
      "courses.courseWork.studentSubmissions.turnIn",
      POST,
      "v1/courses/{id}/courseWork/{work}/studentSubmissions/{submission}:turnIn",
      List.of(Scopes.WORK_ME)),
  SUBMISSIONS_RETURN(
      "courses.courseWork.studentSubmissions.return",
      POST,
      "v1/courses/{id}/courseWork/{work}/studentSubmissions/{submission}:return",
      List.of(Scopes.WORK_STUDENTS)),

  USERS_LIST(
      "directory.users.list",
      GET,
      "admin/directory/v1/users",
      Scopes.USER_LISTERS,
      "customer",
      "domain",
      "event",
      "maxResults",
      "orderBy",
      "sortOrder",
      "pageToken",
      "projection",
      "query",
      "showDeleted",
      "viewType",
      "customFieldMask"),
  USERS_GET(
      "directory.users.get",
      GET,
      "admin/directory/v1/users/{user}",
      Scopes.USER_READERS,
      "projection",
      "viewType",
      "customFieldMask"),
  USERS_INSERT(
      "directory.users.insert",
      POST,
      "admin/directory/v1/users",
      List.of(Scopes.USER),
      "resolveConflictAccount"),
  USERS_UPDATE(
      "directory.users.update", PUT, "admin/directory/v1/users/{user}", List.of(Scopes.USER)),
  USERS_PATCH(
      "directory.users.patch", PATCH, "admin/directory/v1/users/{user}", List.of(Scopes.USER)),
  USERS_DELETE(
      "directory.users.delete", DELETE, "admin/directory/v1/users/{user}", List.of(Scopes.USER)),
  USERS_UNDELETE(
      "directory.users.undelete",
      POST,
      "admin/directory/v1/users/{user}/undelete",
      List.of(Scopes.USER)),
  USERS_MAKE_ADMIN(
      "directory.users.makeAdmin",
      POST,
      "admin/directory/v1/users/{user}/makeAdmin",
      List.of(Scopes.USER)),
  USER_ALIASES_INSERT(
      "directory.users.aliases.insert",
      POST,
      "admin/directory/v1/users/{user}/aliases",
      List.of(Scopes.USER, Scopes.USER_ALIAS)),
  USER_ALIASES_LIST(
      "directory.users.aliases.list",
      GET,
      "admin/directory/v1/users/{user}/aliases",
      List.of(Scopes.USER, Scopes.USER_READ, Scopes.USER_ALIAS, Scopes.USER_ALIAS_READ),
      "event"),
  USER_ALIASES_DELETE(
      "directory.users.aliases.delete",
      DELETE,
      "admin/directory/v1/users/{user}/aliases/{alias}",
      List.of(Scopes.USER, Scopes.USER_ALIAS));

  private final String id;
  private final Verb verb;
  private final List<String> template;
  private final List<String> scopes;
  private final Set<String> parameters;

  ApiMethod(String id, Verb verb, String path, List<String> scopes, String... parameters) {
    this.id = id;
    this.verb = verb;
    this.template = List.of(path.split("/", -1));
    this.scopes = scopes;
    this.parameters = Set.of(parameters);
  }

  /** The name by which calls are counted, such as {@code courses.create}. */
  public String id() {
    return id;
  }

  /** The HTTP method. */
  public Verb verb() {
    return verb;
  }

  /** The parts of its path: words, and names in braces. */
  public List<String> template() {
    return template;
  }

  /** The scopes, of which a token needs one. */
  public List<String> scopes() {
    return scopes;
  }

  /** The names of its own query parameters. */
  public Set<String> parameters() {
    return parameters;
  }

  /** Whether it changes nothing. */
  public boolean reads() {
    return verb == GET;
  }

  /** Whether it is of the Directory API, which has its own quotas and error shapes. */
  public boolean directory() {
    return id.startsWith("directory.");
  }
}
