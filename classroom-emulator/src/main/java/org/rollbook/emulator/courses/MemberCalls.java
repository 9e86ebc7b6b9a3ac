package org.rollbook.emulator.courses;

import java.util.Set;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.calls.Scopes;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.people.Profiles;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.NamedError;
import org.rollbook.emulator.wire.PageToken;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Teachers and students of classes. */
public final class MemberCalls {
  private static final Set<String> FIELDS =
      Set.of("courseId", "userId", "profile", "studentWorkFolder");

  private final CourseBook courses;
  private final Accounts accounts;
  private final Access access;
  private final JoinRules joining;
  private final Limits limits;

  /** Over these classes and people. */
  public MemberCalls(
      CourseBook courses, Accounts accounts, Access access, JoinRules joining, Limits limits) {
    this.courses = courses;
    this.accounts = accounts;
    this.access = access;
    this.joining = joining;
    this.limits = limits;
  }

  /** {@code courses.teachers.create}: administrators only. */
  public Reply addTeacher(Call call) {
    String name = userId(call, "teacher");
    Course course = access.exists(call, call.part("id"));
    if (!access.administers(call.account(), course)) {
      throw Refused.notPermitted();
    }
    Account person = addable(call, name);
    joining.checkOpen(course, person);
    checkNew(course, person);
    joining.checkRoom(course, person, Role.TEACHER);
    courses.addTeacher(course, person.id().ordinal());
    return Reply.ok(member(call, course, person));
  }

  /** {@code courses.students.create}: administrators, and a student who has the code. */
  public Reply addStudent(Call call) {
    String name = userId(call, "student");
    Course course = access.exists(call, call.part("id"));
    boolean admin = access.administers(call.account(), course);
    Account person = admin ? addable(call, name) : self(call, course, name);
    joining.checkOpen(course, person);
    checkNew(course, person);
    joining.checkRoom(course, person, Role.STUDENT);
    if (!admin) {
      joining.countJoin(person);
    }
    courses.addStudent(course, person.id().ordinal());
    return Reply.ok(member(call, course, person));
  }

  private static String userId(Call call, String message) {
    return Fields.of(message, call.body(), FIELDS)
        .text("userId")
        .orElseThrow(() -> Refused.invalid("Field " + message + ".user_id is required."));
  }

  private Account addable(Call call, String name) {
    Account person = access.person(call, name);
    if (!accounts.within(person)) {
      throw NamedError.CANNOT_DIRECT_ADD_USER.refused();
    }
    return person;
  }

  /** A student joins with the code, once the class is open to students. */
  private Account self(Call call, Course course, String name) {
    boolean own =
        name.equals("me") || accounts.find(name).filter(call.account()::equals).isPresent();
    boolean code =
        call.query().one("enrollmentCode").filter(course.enrollmentCode()::equals).isPresent();
    if (!own || !code || !course.state().shownToMembers()) {
      throw Refused.notPermitted();
    }
    return call.account();
  }

  private static void checkNew(Course course, Account person) {
    int ordinal = person.id().ordinal();
    if (course.teaches(ordinal) || course.studies(ordinal)) {
      throw Refused.alreadyExists();
    }
  }

  /** {@code courses.teachers.get}. */
  public Reply teacher(Call call) {
    Course course = access.visible(call);
    return one(call, course, course.teachers());
  }

  /** {@code courses.students.get}. */
  public Reply student(Call call) {
    Course course = access.visible(call);
    return one(call, course, course.students());
  }

  private Reply one(Call call, Course course, SortedInts members) {
    Account person = access.member(call, call.part("userId"));
    if (!members.contains(person.id().ordinal())) {
      throw Refused.notFound();
    }
    return Reply.ok(member(call, course, person));
  }

  /** {@code courses.teachers.list}. */
  public Reply teachers(Call call) {
    Course course = access.visible(call);
    return page(call, course, course.teachers(), "teachers");
  }

  /** {@code courses.students.list}. */
  public Reply students(Call call) {
    Course course = access.visible(call);
    return page(call, course, course.students(), "students");
  }

  private Reply page(Call call, Course course, SortedInts members, String array) {
    int after = PageToken.read(call.listName(), call.query()).map(Integer::parseInt).orElse(-1);
    int size = PageToken.size(call.query(), "pageSize", limits.pageSize(), limits.pageSize());
    int from = members.indexAfter(after);
    int to = Math.min(members.size(), from + size);
    ObjectNode body = Json.object();
    if (from < to) {
      ArrayNode list = body.putArray(array);
      for (int i = from; i < to; i++) {
        list.add(member(call, course, accounts.get(members.get(i))));
      }
    }
    if (from < to && to < members.size()) {
      String last = Integer.toString(members.get(to - 1));
      body.put("nextPageToken", PageToken.after(last, call.listName(), call.query()));
    }
    return Reply.ok(body);
  }

  /** {@code courses.teachers.delete}: administrators and the class's teachers, never its owner. */
  public Reply removeTeacher(Call call) {
    Course course = access.taught(call);
    Account person = access.member(call, call.part("userId"));
    int ordinal = person.id().ordinal();
    if (!course.teaches(ordinal)) {
      throw Refused.notFound();
    }
    if (course.owner() == ordinal) {
      throw NamedError.CANNOT_REMOVE_COURSE_OWNER.refused();
    }
    if (!accounts.get(course.owner()).active()) {
      throw NamedError.CANNOT_REMOVE_TEACHER_WITH_NO_COURSE_OWNER.refused();
    }
    joining.checkTransferred(course, person);
    courses.removeTeacher(course, ordinal);
    return Reply.empty();
  }

  /** {@code courses.students.delete}: administrators, the class's teachers, the student. */
  public Reply removeStudent(Call call) {
    Course course = access.visible(call);
    boolean teacher = access.runs(call.account(), course);
    String name = call.part("userId");
    boolean self =
        name.equals("me") || accounts.find(name).filter(call.account()::equals).isPresent();
    if (!teacher && !self) {
      throw Refused.notPermitted();
    }
    Account person = access.member(call, name);
    if (!courses.removeStudent(course, person.id().ordinal())) {
      throw Refused.notFound();
    }
    return Reply.empty();
  }

  private static ObjectNode member(Call call, Course course, Account person) {
    ObjectNode json = Json.object().put("courseId", course.id());
    json.put("userId", person.id().text());
    json.set("profile", profile(call, person));
    return json;
  }

  private static ObjectNode profile(Call call, Account person) {
    return Profiles.profile(
        person, call.caller().may(Scopes.PROFILE_EMAILS), call.caller().may(Scopes.PROFILE_PHOTOS));
  }

  /** {@code userProfiles.get}: an unknown person is PERMISSION_DENIED, not NOT_FOUND. */
  public Reply userProfile(Call call) {
    String name = call.part("userId");
    Account person =
        name.equals("me") ? call.account() : accounts.find(name).orElseThrow(Refused::notPermitted);
    boolean self = person.equals(call.account());
    boolean sameDomain = accounts.within(person) && accounts.within(call.account());
    if (!self && !sameDomain) {
      throw Refused.notPermitted();
    }
    ObjectNode profile = profile(call, person);
    if (self || call.account().admin()) {
      profile.putArray("permissions").addObject().put("permission", "CREATE_COURSE");
    }
    return Reply.ok(profile);
  }
}
