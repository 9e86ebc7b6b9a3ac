package org.rollbook.emulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.rollbook.emulator.calls.ApiMethod;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.calls.Handler;
import org.rollbook.emulator.courses.Access;
import org.rollbook.emulator.courses.AliasCalls;
import org.rollbook.emulator.courses.CourseBook;
import org.rollbook.emulator.courses.CourseCalls;
import org.rollbook.emulator.courses.CourseLists;
import org.rollbook.emulator.courses.InvitationCalls;
import org.rollbook.emulator.courses.Invitations;
import org.rollbook.emulator.courses.JoinRules;
import org.rollbook.emulator.courses.MemberCalls;
import org.rollbook.emulator.courses.RegistrationCalls;
import org.rollbook.emulator.coursework.CourseWorkBook;
import org.rollbook.emulator.coursework.CourseWorkCalls;
import org.rollbook.emulator.coursework.SubmissionCalls;
import org.rollbook.emulator.directory.UserAliasCalls;
import org.rollbook.emulator.directory.UserCalls;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.Reply;

/**
 * Everything the domain holds, in memory, behind one lock: reads share it, a write has it alone. An
 * operation takes microseconds, so that one lock is not what limits the emulator.
 */
final class Workspace {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Accounts accounts;
  private final CourseBook courses = new CourseBook();
  private final Map<ApiMethod, Handler> handlers = new EnumMap<>(ApiMethod.class);

  Workspace(EmulatorSettings settings) {
    this.accounts = new Accounts(settings.domain());
    accounts.add(accounts.adminEmail(), "Super", "Administrator", settings.clock().instant());
    Access access = new Access(courses, accounts);
    wireCourses(settings, access);
    wireCourseWork(settings, access);
    wireDirectory(settings);
  }

  private void wireCourses(EmulatorSettings settings, Access access) {
    var clock = settings.clock();
    var limits = settings.limits();
    JoinRules joining = new JoinRules(courses, accounts, limits, clock);
    CourseCalls course = new CourseCalls(courses, accounts, access, joining, clock);
    handlers.put(ApiMethod.COURSES_CREATE, course::create);
    handlers.put(ApiMethod.COURSES_GET, course::get);
    handlers.put(ApiMethod.COURSES_PATCH, course::patch);
    handlers.put(ApiMethod.COURSES_UPDATE, course::update);
    handlers.put(ApiMethod.COURSES_DELETE, course::delete);
    handlers.put(ApiMethod.COURSES_LIST, new CourseLists(courses, accounts, access, limits)::list);
    AliasCalls alias = new AliasCalls(courses, accounts, access, limits);
    handlers.put(ApiMethod.ALIASES_CREATE, alias::create);
    handlers.put(ApiMethod.ALIASES_LIST, alias::list);
    handlers.put(ApiMethod.ALIASES_DELETE, alias::delete);
    wireMembers(new MemberCalls(courses, accounts, access, joining, limits));
    wireInvitations(
        new InvitationCalls(courses, new Invitations(), accounts, access, joining, limits, clock));
    RegistrationCalls registration = new RegistrationCalls(access, clock);
    handlers.put(ApiMethod.REGISTRATIONS_CREATE, registration::create);
    handlers.put(ApiMethod.REGISTRATIONS_DELETE, registration::delete);
  }

  private void wireMembers(MemberCalls member) {
    handlers.put(ApiMethod.TEACHERS_CREATE, member::addTeacher);
    handlers.put(ApiMethod.TEACHERS_GET, member::teacher);
    handlers.put(ApiMethod.TEACHERS_LIST, member::teachers);
    handlers.put(ApiMethod.TEACHERS_DELETE, member::removeTeacher);
    handlers.put(ApiMethod.STUDENTS_CREATE, member::addStudent);
    handlers.put(ApiMethod.STUDENTS_GET, member::student);
    handlers.put(ApiMethod.STUDENTS_LIST, member::students);
    handlers.put(ApiMethod.STUDENTS_DELETE, member::removeStudent);
    handlers.put(ApiMethod.USER_PROFILES_GET, member::userProfile);
  }

  private void wireInvitations(InvitationCalls invitation) {
    handlers.put(ApiMethod.INVITATIONS_CREATE, invitation::create);
    handlers.put(ApiMethod.INVITATIONS_GET, invitation::get);
    handlers.put(ApiMethod.INVITATIONS_LIST, invitation::list);
    handlers.put(ApiMethod.INVITATIONS_DELETE, invitation::delete);
    handlers.put(ApiMethod.INVITATIONS_ACCEPT, invitation::accept);
  }

  private void wireCourseWork(EmulatorSettings settings, Access access) {
    CourseWorkBook book = new CourseWorkBook();
    CourseWorkCalls work = new CourseWorkCalls(book, access, settings.clock());
    handlers.put(ApiMethod.COURSE_WORK_CREATE, work::create);
    handlers.put(ApiMethod.COURSE_WORK_GET, work::get);
    handlers.put(ApiMethod.COURSE_WORK_LIST, work::list);
    handlers.put(ApiMethod.COURSE_WORK_DELETE, work::delete);
    SubmissionCalls submission = new SubmissionCalls(book, access, settings.clock());
    handlers.put(ApiMethod.SUBMISSIONS_GET, submission::get);
    handlers.put(ApiMethod.SUBMISSIONS_LIST, submission::list);
    handlers.put(ApiMethod.SUBMISSIONS_PATCH, submission::patch);
    handlers.put(ApiMethod.SUBMISSIONS_TURN_IN, submission::turnIn);
    handlers.put(ApiMethod.SUBMISSIONS_RETURN, submission::giveBack);
  }

  private void wireDirectory(EmulatorSettings settings) {
    UserCalls user = new UserCalls(accounts, settings.clock());
    handlers.put(ApiMethod.USERS_LIST, user::list);
    handlers.put(ApiMethod.USERS_GET, user::get);
    handlers.put(ApiMethod.USERS_INSERT, user::insert);
    handlers.put(ApiMethod.USERS_UPDATE, user::update);
    handlers.put(ApiMethod.USERS_PATCH, user::update);
    handlers.put(ApiMethod.USERS_DELETE, user::delete);
    handlers.put(ApiMethod.USERS_UNDELETE, user::undelete);
    handlers.put(ApiMethod.USERS_MAKE_ADMIN, user::makeAdmin);
    UserAliasCalls alias = new UserAliasCalls(accounts, user);
    handlers.put(ApiMethod.USER_ALIASES_INSERT, alias::insert);
    handlers.put(ApiMethod.USER_ALIASES_LIST, alias::list);
    handlers.put(ApiMethod.USER_ALIASES_DELETE, alias::delete);
  }

  Accounts accounts() {
    return accounts;
  }

  CourseBook courses() {
    return courses;
  }

  /** Answers a call under the lock that its method needs. */
  Reply answer(ApiMethod method, Supplier<Call> call) {
    Handler handler = Objects.requireNonNull(handlers.get(method), method.id());
    return method.reads()
        ? reading(() -> handler.answer(call.get()))
        : writing(() -> handler.answer(call.get()));
  }

  <T> T reading(Supplier<T> look) {
    return under(lock.readLock(), look);
  }

  <T> T writing(Supplier<T> change) {
    return under(lock.writeLock(), change);
  }

  private static <T> T under(Lock held, Supplier<T> work) {
    held.lock();
    try {
      return work.get();
    } finally {
      held.unlock();
    }
  }
}
