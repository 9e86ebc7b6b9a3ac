package org.rollbook.emulator.coursework;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.courses.Access;
import org.rollbook.emulator.courses.Course;
import org.rollbook.emulator.coursework.CourseWork.State;
import org.rollbook.emulator.coursework.CourseWork.Submission;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.AccountId;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.NamedError;
import org.rollbook.emulator.wire.PageToken;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import org.rollbook.emulator.wire.Times;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Students' submissions and their grades. The submissions of who is not on the class are out of
 * sight for everybody; they are there again when the student is.
 */
public final class SubmissionCalls {
  private static final int PAGE = 30;
  private static final Set<String> MASKABLE = Set.of("draftGrade", "assignedGrade");
  private static final String PREFIX = "Cg4I";

  private final CourseWorkBook book;
  private final Access access;
  private final InstantSource clock;

  /** Over this work. */
  public SubmissionCalls(CourseWorkBook book, Access access, InstantSource clock) {
    this.book = book;
    this.access = access;
    this.clock = clock;
  }

  /** A submission that the caller may see. */
  private record Seen(Course course, CourseWork work, int student) {
    Submission submission() {
      return work.of(student);
    }
  }

  /** {@code …studentSubmissions.list}; {@code -} as the work's id is all work of the class. */
  public Reply list(Call call) {
    Course course = access.visible(call);
    int size = PageToken.size(call.query(), "pageSize", PAGE, PAGE);
    int from = PageToken.read(call.listName(), call.query()).map(Integer::parseInt).orElse(0);
    List<Seen> all = new ArrayList<>();
    int[] students = students(call, course);
    for (CourseWork work : works(call, course)) {
      for (int student : students) {
        all.add(new Seen(course, work, student));
      }
    }
    List<String> states = call.query().all("states");
    all.removeIf(seen -> !states.isEmpty() && !states.contains(seen.submission().state().name()));
    return page(call, all, from, size);
  }

  private List<CourseWork> works(Call call, Course course) {
    String id = call.part("work");
    boolean all = id.equals("-");
    List<CourseWork> works =
        all ? List.copyOf(book.of(course).values()) : List.of(book.find(course, id));
    return works.stream().filter(work -> work.state().equals("PUBLISHED")).toList();
  }

  /**
   * The students on the class now whose work the caller may see, in the order of their accounts.
   */
  private int[] students(Call call, Course course) {
    boolean teacher = access.runs(call.account(), course);
    int self = call.account().id().ordinal();
    Optional<Account> asked = call.query().one("userId").map(name -> access.person(call, name));
    int[] some = course.studentOrdinals();
    return Arrays.stream(some)
        .filter(student -> teacher || student == self)
        .filter(student -> asked.isEmpty() || student == asked.get().id().ordinal())
        .toArray();
  }

  private Reply page(Call call, List<Seen> all, int from, int size) {
    ObjectNode body = Json.object();
    int to = Math.min(all.size(), from + size);
    if (from < to) {
      ArrayNode array = body.putArray("studentSubmissions");
      all.subList(from, to).forEach(seen -> array.add(write(call, seen)));
    }
    if (to < all.size()) {
      String next = Integer.toString(to);
      body.put("nextPageToken", PageToken.after(next, call.listName(), call.query()));
    }
    return Reply.ok(body);
  }

  /** {@code …studentSubmissions.get}. */
  public Reply get(Call call) {
    return Reply.ok(write(call, seen(call)));
  }

  private Seen seen(Call call) {
    Course course = access.visible(call);
    CourseWork work = book.find(course, call.part("work"));
    int student = student(work, call.part("submission")).orElseThrow(Refused::notFound);
    if (!course.studies(student) || !work.state().equals("PUBLISHED")) {
      throw Refused.notFound();
    }
    boolean own = student == call.account().id().ordinal();
    if (!own && !access.runs(call.account(), course)) {
      throw Refused.notPermitted();
    }
    return new Seen(course, work, student);
  }

  private static String id(CourseWork work, int student) {
    return PREFIX + Integer.toString(work.ordinal(), 36) + "-" + Integer.toString(student, 36);
  }

  private static Optional<Integer> student(CourseWork work, String id) {
    String start = PREFIX + Integer.toString(work.ordinal(), 36) + "-";
    if (!id.startsWith(start)) {
      return Optional.empty();
    }
    try {
      int student = Integer.parseInt(id.substring(start.length()), 36);
      return id(work, student).equals(id) ? Optional.of(student) : Optional.empty();
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  /** {@code …studentSubmissions.patch}: the class's teachers set grades. */
  public Reply patch(Call call) {
    Set<String> mask = new TreeSet<>();
    call.query().all("updateMask").forEach(part -> mask.addAll(List.of(part.split(","))));
    mask.remove("");
    if (mask.isEmpty() || !MASKABLE.containsAll(mask)) {
      throw Refused.invalid("Non-supported update mask fields specified: " + mask);
    }
    Fields fields = new Fields("student_submission", call.body());
    Seen seen = seen(call);
    CourseWorkCalls.taughtBy(access, call);
    checkModifiable(seen.course());
    Submission former = seen.submission();
    Submission graded =
        new Submission(
            former.state(),
            mask.contains("draftGrade") ? grade(fields, "draftGrade") : former.draft(),
            mask.contains("assignedGrade") ? grade(fields, "assignedGrade") : former.assigned(),
            clock.instant());
    seen.work().put(seen.student(), graded);
    return Reply.ok(write(call, seen));
  }

  private static Optional<Double> grade(Fields fields, String name) {
    Optional<Double> grade = fields.number(name);
    if (grade.isPresent() && grade.get() < 0) {
      throw Refused.invalid("Request contains an invalid argument.");
    }
    return grade;
  }

  /** {@code …studentSubmissions.turnIn}: by the student. */
  public Reply turnIn(Call call) {
    Seen seen = seen(call);
    if (seen.student() != call.account().id().ordinal()) {
      throw Refused.notPermitted();
    }
    return moved(seen, State.TURNED_IN);
  }

  /** {@code …studentSubmissions.return}: by a teacher, to the student. */
  public Reply giveBack(Call call) {
    Seen seen = seen(call);
    CourseWorkCalls.taughtBy(access, call);
    return moved(seen, State.RETURNED);
  }

  private Reply moved(Seen seen, State next) {
    checkModifiable(seen.course());
    Submission former = seen.submission();
    if (next == State.TURNED_IN && former.state() == State.TURNED_IN) {
      throw Refused.precondition();
    }
    seen.work()
        .put(
            seen.student(),
            new Submission(next, former.draft(), former.assigned(), clock.instant()));
    return Reply.empty();
  }

  private static void checkModifiable(Course course) {
    switch (course.state()) {
      case ACTIVE, PROVISIONED -> {}
      case ARCHIVED, DECLINED, SUSPENDED -> throw NamedError.COURSE_NOT_MODIFIABLE.refused();
    }
  }

  private ObjectNode write(Call call, Seen seen) {
    Submission submission = seen.submission();
    CourseWork work = seen.work();
    ObjectNode json = Json.object().put("courseId", seen.course().id());
    json.put("courseWorkId", work.id()).put("id", id(work, seen.student()));
    json.put("userId", new AccountId(seen.student()).text());
    json.put("creationTime", Times.text(work.created()));
    json.put("updateTime", Times.text(submission.updated()));
    json.put("state", submission.state().name()).put("courseWorkType", work.type());
    json.put("associatedWithDeveloper", true);
    json.put(
        "alternateLink",
        "https://classroom.google.com/c/" + seen.course().id() + "/a/" + work.id());
    if (access.runs(call.account(), seen.course())) {
      submission.draft().ifPresent(points -> json.put("draftGrade", points));
    }
    submission.assigned().ifPresent(points -> json.put("assignedGrade", points));
    return json;
  }
}
