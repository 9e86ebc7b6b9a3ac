package org.rollbook.google.classroom;

import static java.util.Objects.requireNonNullElse;

import com.google.api.services.classroom.Classroom;
import com.google.api.services.classroom.model.ListStudentsResponse;
import com.google.api.services.classroom.model.ListTeachersResponse;
import com.google.api.services.classroom.model.Student;
import com.google.api.services.classroom.model.Teacher;
import java.util.List;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Seat;
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
        yield calls.write(() -> classroom.courses().teachers().create(key, teacher).setFields(ONE));
      }
      case STUDENT -> {
        var student = new Student().setUserId(account.value());
        yield calls.write(() -> classroom.courses().students().create(key, student).setFields(ONE));
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
    return calls.read(() -> {
      var list = classroom.courses().teachers().list(Courses.key(address)).setPageSize(PAGE);
      return (page.isEmpty() ? list : list.setPageToken(page))
          .setFields("nextPageToken,teachers/userId");
    });
  }

  /** Some of a class's students, likewise. */
  Reply<ListStudentsResponse> students(ClassAddress address, String page)
      throws TargetUnavailable, InterruptedException {
    return calls.read(() -> {
      var list = classroom.courses().students().list(Courses.key(address)).setPageSize(PAGE);
      return (page.isEmpty() ? list : list.setPageToken(page))
          .setFields("nextPageToken,students/userId");
    });
  }

  /** A page of one of the two lists, in one shape. */
  record Page(List<AccountId> accounts, String next) {
    static Page of(ListTeachersResponse response) {
      return new Page(
          requireNonNullElse(response.getTeachers(), List.<Teacher>of()).stream()
              .map(teacher -> new AccountId(teacher.getUserId()))
              .toList(),
          requireNonNullElse(response.getNextPageToken(), ""));
    }

    static Page of(ListStudentsResponse response) {
      return new Page(
          requireNonNullElse(response.getStudents(), List.<Student>of()).stream()
              .map(student -> new AccountId(student.getUserId()))
              .toList(),
          requireNonNullElse(response.getNextPageToken(), ""));
    }
  }
}
