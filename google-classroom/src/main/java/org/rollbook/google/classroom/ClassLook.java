package org.rollbook.google.classroom;

import com.google.api.services.classroom.model.Course;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Observation.Seen;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.google.calls.PageWalk;
import org.rollbook.google.calls.Refusal;
import org.rollbook.google.calls.Reply;
import org.rollbook.google.calls.Reply.No;
import org.rollbook.google.calls.Reply.Ok;
import org.rollbook.google.classroom.Members.Page;
import org.rollbook.google.classroom.Sight.Gone;
import org.rollbook.google.classroom.Sight.Hidden;
import org.rollbook.google.classroom.Sight.There;
import org.rollbook.google.directory.Administrator;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.ClassAge;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.TargetClassId;
import org.rollbook.sync.target.TargetUnavailable;

/** Looks at one class. */
public final class ClassLook {
  /** A class has 1,000 members at most, 30 on a page; Google is free to allow more of them. */
  private static final int PAGES = 1_000;

  private final Courses courses;
  private final Members members;
  private final Administrator administrator;

  public ClassLook(Courses courses, Members members, Administrator administrator) {
    this.courses = courses;
    this.members = members;
    this.administrator = administrator;
  }

  /**
   * Looks for whoever asked for no more than a look. A class that Google denies to an administrator
   * who is one (it suspended the class, or the owner left the domain) counts as missing: it is out
   * of our reach, a look finds it again once it is back, and one class must not end an audit.
   */
  public Looked look(ClassAddress address, boolean seats)
      throws TargetUnavailable, InterruptedException {
    return switch (seats ? whole(address) : glance(address)) {
      case There(var id, var seen, var age) -> new Looked(address.at(id), seen, age);
      case Gone() -> missing(address);
      case Hidden(var refusal) when refusal.bareDenial() -> {
        administrator.confirm();
        yield missing(address);
      }
      case Hidden(var refusal) -> throw unreadable(refusal);
    };
  }

  private static Looked missing(ClassAddress address) {
    return Looked.missing(address);
  }

  private static TargetUnavailable unreadable(Refusal refusal) {
    return new TargetUnavailable(
        "Google does not show a class (%s: %s). %s"
            .formatted(refusal.code(), refusal.message(), refusal.advice()),
        new IOException(refusal.code()));
  }

  /** The class without its seats: one call. */
  Sight glance(ClassAddress address) throws TargetUnavailable, InterruptedException {
    return sight(courses.get(address));
  }

  static Sight sight(Reply<Course> reply) {
    return switch (reply) {
      case Ok<Course>(var course, _) ->
          new There(new TargetClassId(course.getId()), seen(course, Optional.empty()), age(course));
      case No<Course>(var refusal, _) when refusal.notFound() -> new Gone();
      case No<Course>(var refusal, _) -> new Hidden(refusal);
    };
  }

  private static ClassAge age(Course course) {
    var time = Optional.ofNullable(course.getCreationTime());
    try {
      return new ClassAge(time.map(made -> OffsetDateTime.parse(made).toInstant()));
    } catch (DateTimeParseException e) {
      // No time at all: then nobody knows.
      return ClassAge.UNTOLD;
    }
  }

  private static Seen seen(Course course, Optional<SortedMap<AccountId, Seat>> seats) {
    return new Seen(
        course.getName(),
        new AccountId(course.getOwnerId()),
        CourseStates.ours(course.getCourseState()),
        seats);
  }

  /** The class with its seats: a call for it, and one for each page of teachers and students. */
  Sight whole(ClassAddress address) throws TargetUnavailable, InterruptedException {
    var sight = glance(address);
    return sight instanceof There there ? withSeats(there, address.at(there.id())) : sight;
  }

  private Sight withSeats(There there, ClassAddress address)
      throws TargetUnavailable, InterruptedException {
    var seats = new TreeMap<AccountId, Seat>();
    var trouble = fill(seats, Seat.STUDENT, page -> map(members.students(address, page), Page::of));
    if (trouble.isEmpty()) {
      trouble = fill(seats, Seat.TEACHER, page -> map(members.teachers(address, page), Page::of));
    }
    if (trouble.isPresent()) {
      return trouble.get().notFound() ? new Gone() : new Hidden(trouble.get());
    }
    var seen = there.seen();
    // Whoever owns a class teaches it, also while Google still moves it between two people.
    seats.put(seen.owner(), Seat.TEACHER);
    return new There(
        there.id(),
        new Seen(seen.name(), seen.owner(), seen.state(), Optional.of(seats)),
        there.age());
  }

  @FunctionalInterface
  private interface Pages {
    Reply<Page> from(String token) throws TargetUnavailable, InterruptedException;
  }

  /** Fills in everybody of one list, and says what Google refused on the way. */
  private static Optional<Refusal> fill(SortedMap<AccountId, Seat> seats, Seat seat, Pages pages)
      throws TargetUnavailable, InterruptedException {
    var walk = new PageWalk("a class's members", PAGES);
    while (true) {
      switch (pages.from(walk.token())) {
        case Ok<Page>(var page, _) -> {
          page.accounts().forEach(account -> seats.put(account, seat));
          if (!walk.goesOn(page.next())) {
            return Optional.empty();
          }
        }
        case No<Page>(var refusal, _) -> {
          return Optional.of(refusal);
        }
      }
    }
  }

  private static <A, B> Reply<B> map(Reply<A> reply, Function<A, B> change) {
    return switch (reply) {
      case Ok<A>(var value, var repeated) -> new Ok<>(change.apply(value), repeated);
      case No<A>(var refusal, var repeated) -> new No<>(refusal, repeated);
    };
  }
}
