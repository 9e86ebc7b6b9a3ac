package org.rollbook.google.classroom;

import static java.util.Objects.requireNonNullElse;
import static org.rollbook.google.calls.Calls.Request.wanting;

import com.google.api.services.classroom.Classroom;
import com.google.api.services.classroom.model.ListStudentsResponse;
import com.google.api.services.classroom.model.ListTeachersResponse;
import com.google.api.services.classroom.model.Student;
import com.google.api.services.classroom.model.Teacher;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.google.calls.Answered;
import org.rollbook.google.calls.Calls;
import org.rollbook.google.calls.Reply;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.TargetUnavailable;

/** Single calls to the {@code teachers} and {@code students} of the Classroom API. */
public final class Members {
  /** Google serves 30 however many one asks for; should it ever serve more, it may. */
  private static final int PAGE = 100;

  private static final String ONE = "userId";

  private final Classroom classroom;
  private final Calls calls;

  public Members(Classroom classroom, Calls calls) {
    this.classroom = classroom;
    this.calls = calls;
  }

  Reply<?> add(ClassAddress address, AccountId account, Seat seat)
      throws TargetUnavailable, InterruptedException {
    var key = Courses.key(address);
    return switch (seat) {
      case TEACHER -> {
        var teacher = new Teacher().setUserId(account.value());
        yield calls.write(
            wanting(
                added -> Answered.has(added.getUserId()),
                () -> classroom.courses().teachers().create(key, teacher).setFields(ONE)));
      }
      case STUDENT -> {
        var student = new Student().setUserId(account.value());
        yield calls.write(
            wanting(
                added -> Answered.has(added.getUserId()),
                () -> classroom.courses().students().create(key, student).setFields(ONE)));
      }
      case NONE -> throw noSeat();
    };
  }

  Reply<?> remove(ClassAddress address, AccountId account, Seat seat)
      throws TargetUnavailable, InterruptedException {
    var key = Courses.key(address);
    return switch (seat) {
      case TEACHER ->
          calls.write(() -> classroom.courses().teachers().delete(key, account.value()));
      case STUDENT ->
          calls.write(() -> classroom.courses().students().delete(key, account.value()));
      case NONE -> throw noSeat();
    };
  }

  /** Asks whether somebody has a seat. */
  Reply<?> seated(ClassAddress address, AccountId account, Seat seat)
      throws TargetUnavailable, InterruptedException {
    var key = Courses.key(address);
    var id = account.value();
    return switch (seat) {
      case TEACHER ->
          calls.read(
              wanting(
                  teacher -> Answered.has(teacher.getUserId()),
                  () -> classroom.courses().teachers().get(key, id).setFields(ONE)));
      case STUDENT ->
          calls.read(
              wanting(
                  student -> Answered.has(student.getUserId()),
                  () -> classroom.courses().students().get(key, id).setFields(ONE)));
      case NONE -> throw noSeat();
    };
  }

  private static IllegalArgumentException noSeat() {
    return new IllegalArgumentException("no seat to give or take");
  }

  /**
   * Some of a class's teachers.
   *
   * @param page where to go on; empty at the start
   */
  Reply<ListTeachersResponse> teachers(ClassAddress address, String page)
      throws TargetUnavailable, InterruptedException {
    return calls.read(
        wanting(
            Page::named,
            () -> {
              var list =
                  classroom.courses().teachers().list(Courses.key(address)).setPageSize(PAGE);
              return (page.isEmpty() ? list : list.setPageToken(page))
                  .setFields("nextPageToken,teachers/userId");
            }));
  }

  /** Some of a class's students, likewise. */
  Reply<ListStudentsResponse> students(ClassAddress address, String page)
      throws TargetUnavailable, InterruptedException {
    return calls.read(
        wanting(
            Page::named,
            () -> {
              var list =
                  classroom.courses().students().list(Courses.key(address)).setPageSize(PAGE);
              return (page.isEmpty() ? list : list.setPageToken(page))
                  .setFields("nextPageToken,students/userId");
            }));
  }

  /** A page of one of the two lists, in one shape. */
  record Page(List<AccountId> accounts, String next) {
    static Page of(ListTeachersResponse response) {
      return page(ids(response), response.getNextPageToken());
    }

    static Page of(ListStudentsResponse response) {
      return page(ids(response), response.getNextPageToken());
    }

    private static Page page(Stream<String> ids, @Nullable String next) {
      return new Page(ids.map(AccountId::new).toList(), requireNonNullElse(next, ""));
    }

    /** Somebody without an id must not count as somebody who is not there. */
    private static boolean named(ListTeachersResponse response) {
      return ids(response).allMatch(Answered::has);
    }

    private static boolean named(ListStudentsResponse response) {
      return ids(response).allMatch(Answered::has);
    }

    private static Stream<String> ids(ListTeachersResponse response) {
      return requireNonNullElse(response.getTeachers(), List.<Teacher>of()).stream()
          .map(Teacher::getUserId);
    }

    private static Stream<String> ids(ListStudentsResponse response) {
      return requireNonNullElse(response.getStudents(), List.<Student>of()).stream()
          .map(Student::getUserId);
    }
  }
}
