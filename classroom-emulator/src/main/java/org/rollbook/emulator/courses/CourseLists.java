package org.rollbook.emulator.courses;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.NamedError;
import org.rollbook.emulator.wire.PageToken;
import org.rollbook.emulator.wire.Query;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists classes, newest first: all of the domain for an administrator, else a person's own. */
public final class CourseLists {
  private static final Set<CourseState> USUAL =
      EnumSet.complementOf(EnumSet.of(CourseState.SUSPENDED));

  private final CourseBook courses;
  private final Accounts accounts;
  private final Access access;
  private final Limits limits;

  /** Over these classes and people. */
  public CourseLists(CourseBook courses, Accounts accounts, Access access, Limits limits) {
    this.courses = courses;
    this.accounts = accounts;
    this.access = access;
    this.limits = limits;
  }

  /** {@code courses.list}. */
  public Reply list(Call call) {
    Query query = call.query();
    Set<CourseState> states = states(query);
    int before =
        PageToken.read(call.listName(), query).map(Integer::parseInt).orElse(Integer.MAX_VALUE);
    int size = PageToken.size(query, "pageSize", limits.pageSize(), limits.pageSize());
    List<Course> found =
        candidates(call, before)
            .filter(course -> states.contains(course.state()))
            .filter(course -> access.sees(call.account(), course))
            .limit(size + 1L)
            .toList();
    return page(call, found, size);
  }

  private Reply page(Call call, List<Course> found, int size) {
    ObjectNode body = Json.object();
    if (found.isEmpty()) {
      return Reply.ok(body);
    }
    List<Course> page = found.subList(0, Math.min(size, found.size()));
    ArrayNode array = body.putArray("courses");
    for (Course course : page) {
      boolean inside = access.runs(call.account(), course);
      array.add(CourseMessage.write(course, accounts.domain(), inside));
    }
    if (found.size() > size) {
      String last = Integer.toString(page.getLast().ordinal());
      body.put("nextPageToken", PageToken.after(last, call.listName(), call.query()));
    }
    return Reply.ok(body);
  }

  private static Set<CourseState> states(Query query) {
    Set<CourseState> states = EnumSet.noneOf(CourseState.class);
    for (String name : query.all("courseStates")) {
      states.add(state(name));
    }
    return states.isEmpty() ? USUAL : states;
  }

  private static CourseState state(String name) {
    for (CourseState state : CourseState.values()) {
      if (state.name().equals(name)) {
        return state;
      }
    }
    throw Refused.invalid("Invalid value at 'course_states', \"" + name + "\"");
  }

  private Stream<Course> candidates(Call call, int before) {
    Optional<Account> teacher = person(call, "teacherId");
    Optional<Account> student = person(call, "studentId");
    if (teacher.isPresent() && student.isPresent()) {
      throw NamedError.LIST_COURSES_STUDENT_AND_TEACHER_FILTER.refused();
    }
    if (teacher.isPresent()) {
      return at(courses.teaching(teacher.get().id().ordinal()).descending(), before);
    }
    if (student.isPresent()) {
      return at(courses.studying(student.get().id().ordinal()).descending(), before);
    }
    if (call.account().admin()) {
      return courses.olderThan(before);
    }
    int own = call.account().id().ordinal();
    IntStream both =
        IntStream.concat(courses.teaching(own).stream(), courses.studying(own).stream());
    int[] ascending = both.sorted().toArray();
    int count = ascending.length;
    return at(IntStream.range(0, count).map(index -> ascending[count - 1 - index]), before);
  }

  private Stream<Course> at(IntStream ordinals, int before) {
    return ordinals
        .filter(ordinal -> ordinal < before)
        .mapToObj(courses::at)
        .flatMap(Optional::stream);
  }

  private Optional<Account> person(Call call, String parameter) {
    return call.query().one(parameter).map(name -> access.person(call, name));
  }
}
