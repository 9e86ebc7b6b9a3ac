package org.rollbook.google.classroom;

import static org.rollbook.google.calls.Calls.Request.wanting;

import com.google.api.services.classroom.Classroom;
import com.google.api.services.classroom.model.Course;
import com.google.api.services.classroom.model.ListCoursesResponse;
import java.io.IOException;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Operation.CreateClass;
import org.rollbook.google.calls.Answered;
import org.rollbook.google.calls.Calls;
import org.rollbook.google.calls.Calls.Request;
import org.rollbook.google.calls.KnownRefusal;
import org.rollbook.google.calls.Refusal;
import org.rollbook.google.calls.Reply;
import org.rollbook.google.calls.Reply.No;
import org.rollbook.sync.target.CallKind;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetUnavailable;

/** Single calls to the {@code courses} of the Classroom API. */
public final class Courses {
  private static final String FIELDS = "id,name,ownerId,courseState,creationTime";

  private final Classroom classroom;
  private final Calls calls;

  public Courses(Classroom classroom, Calls calls) {
    this.classroom = classroom;
    this.calls = calls;
  }

  /**
   * What Google knows a class by: its own number once that is known, else our alias, which holds in
   * the whole domain and is unique there (source: Classroom API, "Aliases").
   */
  static String key(ClassAddress address) {
    return address.id().map(id -> id.value()).orElseGet(() -> alias(address));
  }

  static String alias(ClassAddress address) {
    return "d:" + address.name();
  }

  Reply<Course> get(ClassAddress address) throws TargetUnavailable, InterruptedException {
    return calls.read(wanting(Courses::whole, () -> getting(key(address))));
  }

  /** Reads a class that was made under our alias, and may show only after a moment. */
  Reply<Course> getMade(ClassAddress address) throws TargetUnavailable, InterruptedException {
    return calls.patiently(
        CallKind.READ, wanting(Courses::whole, () -> getting(alias(address))), Refusal::notFound);
  }

  private static boolean whole(Course course) {
    return Answered.has(
        course.getId(), course.getName(), course.getOwnerId(), course.getCourseState());
  }

  private Classroom.Courses.Get getting(String key) throws IOException {
    return classroom.courses().get(key).setFields(FIELDS);
  }

  /** Makes a class under our alias, offered to its owner (G4, G12). */
  Reply<Course> create(ClassAddress address, CreateClass wanted)
      throws TargetUnavailable, InterruptedException {
    var course =
        new Course()
            .setId(alias(address))
            .setName(wanted.name())
            .setOwnerId(wanted.owner().account().value())
            .setCourseState(CourseStates.googles(ClassState.OFFERED));
    return calls.write(
        wanting(Courses::numbered, () -> classroom.courses().create(course).setFields("id")));
  }

  Reply<Course> rename(ClassAddress address, String name)
      throws TargetUnavailable, InterruptedException {
    var change = new Course().setName(name);
    return calls.write(patch(address, "name", change));
  }

  Reply<Course> move(ClassAddress address, ClassState to)
      throws TargetUnavailable, InterruptedException {
    var change = new Course().setCourseState(CourseStates.googles(to));
    return calls.write(patch(address, "courseState", change));
  }

  Reply<Course> own(ClassAddress address, AccountId owner)
      throws TargetUnavailable, InterruptedException {
    var change = new Course().setOwnerId(owner.value());
    return calls.write(patch(address, "ownerId", change));
  }

  /** Hands the class to somebody who became its teacher a moment ago. */
  Reply<Course> ownSoon(ClassAddress address, AccountId owner)
      throws TargetUnavailable, InterruptedException {
    var change = new Course().setOwnerId(owner.value());
    return calls.patiently(
        CallKind.WRITE,
        patch(address, "ownerId", change),
        refusal -> refusal.is(KnownRefusal.INELIGIBLE_OWNER));
  }

  private Request<Course> patch(ClassAddress address, String mask, Course change) {
    return wanting(
        Courses::numbered,
        () -> classroom.courses().patch(key(address), change).setUpdateMask(mask).setFields("id"));
  }

  private static boolean numbered(Course course) {
    return Answered.has(course.getId());
  }

  /** Checks that classes can be listed at all. */
  public void confirmListable() throws TargetUnavailable, InterruptedException {
    Reply<ListCoursesResponse> reply =
        calls.read(() -> classroom.courses().list().setPageSize(1).setFields("courses/id"));
    if (reply instanceof No<ListCoursesResponse>(var refusal, _)) {
      throw new TargetUnavailable(
          "Google Classroom does not show any classes (%s: %s). %s"
              .formatted(refusal.code(), refusal.message(), refusal.advice()),
          new IOException(refusal.code()));
    }
  }
}
