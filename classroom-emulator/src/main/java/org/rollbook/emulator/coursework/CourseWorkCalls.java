package org.rollbook.emulator.coursework;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.courses.Access;
import org.rollbook.emulator.courses.Course;
import org.rollbook.emulator.courses.CourseState;
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

/** The work that teachers set: as much of it as shows what happens to grades. */
public final class CourseWorkCalls {
  private static final int TITLE = 3_000;
  private static final int DESCRIPTION = 30_000;
  private static final int PAGE = 30;
  private static final List<String> KEPT =
      List.of("title", "description", "maxPoints", "workType", "state", "dueDate", "dueTime");
  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "description",
          "maxPoints",
          "workType",
          "state",
          "dueDate",
          "dueTime",
          "id",
          "courseId",
          "materials",
          "creationTime",
          "updateTime",
          "alternateLink",
          "scheduledTime",
          "assigneeMode",
          "individualStudentsOptions",
          "submissionModificationMode",
          "creatorUserId",
          "topicId",
          "gradeCategory",
          "assignment",
          "multipleChoiceQuestion",
          "associatedWithDeveloper");

  private enum WorkType {
    ASSIGNMENT,
    SHORT_ANSWER_QUESTION,
    MULTIPLE_CHOICE_QUESTION
  }

  private enum WorkState {
    DRAFT,
    PUBLISHED
  }

  private final CourseWorkBook book;
  private final Access access;
  private final InstantSource clock;

  /** Over this work. */
  public CourseWorkCalls(CourseWorkBook book, Access access, InstantSource clock) {
    this.book = book;
    this.access = access;
    this.clock = clock;
  }

  /** The teachers of a class set its work; an administrator who does not teach it may not. */
  static Course taughtBy(Access access, Call call) {
    Course course = access.visible(call);
    if (!course.teaches(call.account().id().ordinal())) {
      throw Refused.notPermitted();
    }
    return course;
  }

  /** {@code courses.courseWork.create}. */
  public Reply create(Call call) {
    Fields fields = Fields.of("course_work", call.body(), FIELDS);
    ObjectNode text = text(fields);
    Course course = taughtBy(access, call);
    if (course.state() != CourseState.ACTIVE && course.state() != CourseState.PROVISIONED) {
      throw NamedError.COURSE_NOT_MODIFIABLE.refused();
    }
    CourseWork work = book.add(course, call.account().id().ordinal(), text, clock.instant());
    return Reply.ok(write(course, work));
  }

  private static ObjectNode text(Fields fields) {
    if (fields.text("title", TITLE).isEmpty()) {
      throw Refused.invalid("Field course_work.title is required.");
    }
    ObjectNode text = Json.object();
    fields.text("description", DESCRIPTION).ifPresent(words -> text.put("description", words));
    fields.number("maxPoints").ifPresent(points -> text.put("maxPoints", points));
    WorkType type =
        fields
            .oneOf("workType", WorkType.class, "COURSE_WORK_TYPE_UNSPECIFIED")
            .orElseThrow(() -> Refused.invalid("Field course_work.work_type is required."));
    WorkState state =
        fields
            .oneOf("state", WorkState.class, "COURSE_WORK_STATE_UNSPECIFIED")
            .orElse(WorkState.DRAFT);
    for (String name : KEPT) {
      fields.json().optional(name).ifPresent(value -> text.set(name, value));
    }
    return text.put("workType", type.name()).put("state", state.name());
  }

  /** {@code courses.courseWork.get}. */
  public Reply get(Call call) {
    Course course = access.visible(call);
    CourseWork work = book.find(course, call.part("work"));
    if (!seen(call.account(), course, work)) {
      throw Refused.notFound();
    }
    return Reply.ok(write(course, work));
  }

  /** Students see what is published. */
  private boolean seen(Account who, Course course, CourseWork work) {
    return work.state().equals("PUBLISHED") || access.runs(who, course);
  }

  /** {@code courses.courseWork.list}, newest first. */
  public Reply list(Call call) {
    Course course = access.visible(call);
    int before =
        PageToken.read(call.listName(), call.query())
            .map(Integer::parseInt)
            .orElse(Integer.MAX_VALUE);
    int size = PageToken.size(call.query(), "pageSize", PAGE, PAGE);
    List<String> states = call.query().all("courseWorkStates");
    List<String> wanted = states.isEmpty() ? List.of("PUBLISHED") : states;
    List<CourseWork> found =
        book.of(course).headMap(before, false).descendingMap().values().stream()
            .filter(work -> wanted.contains(work.state()) && seen(call.account(), course, work))
            .limit(size + 1L)
            .toList();
    ObjectNode body = Json.object();
    if (!found.isEmpty()) {
      ArrayNode array = body.putArray("courseWork");
      found.stream().limit(size).forEach(work -> array.add(write(course, work)));
    }
    if (found.size() > size) {
      String last = Integer.toString(found.get(size - 1).ordinal());
      body.put("nextPageToken", PageToken.after(last, call.listName(), call.query()));
    }
    return Reply.ok(body);
  }

  /** {@code courses.courseWork.delete}. */
  public Reply delete(Call call) {
    Course course = taughtBy(access, call);
    book.remove(course, book.find(course, call.part("work")));
    return Reply.empty();
  }

  private static ObjectNode write(Course course, CourseWork work) {
    ObjectNode json = work.text();
    json.put("id", work.id()).put("courseId", course.id());
    json.put("creationTime", Times.text(work.created()));
    json.put("updateTime", Times.text(work.created()));
    json.put("creatorUserId", new AccountId(work.creator()).text());
    json.put("alternateLink", "https://classroom.google.com/c/" + course.id() + "/a/" + work.id());
    json.put("assigneeMode", "ALL_STUDENTS").put("associatedWithDeveloper", true);
    return json.put("submissionModificationMode", "MODIFIABLE_UNTIL_TURNED_IN");
  }
}
