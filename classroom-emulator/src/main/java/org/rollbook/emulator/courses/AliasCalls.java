package org.rollbook.emulator.courses;

import java.util.List;
import java.util.Set;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.PageToken;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import tools.jackson.databind.node.ObjectNode;

/** Further names of classes. */
public final class AliasCalls {
  private final CourseBook courses;
  private final Accounts accounts;
  private final Access access;
  private final Limits limits;

  /** Over these classes. */
  public AliasCalls(CourseBook courses, Accounts accounts, Access access, Limits limits) {
    this.courses = courses;
    this.accounts = accounts;
    this.access = access;
    this.limits = limits;
  }

  /** {@code courses.aliases.create}. */
  public Reply create(Call call) {
    Fields fields = Fields.of("alias", call.body(), Set.of("alias"));
    CourseAlias alias = CourseAlias.of(fields.text("alias").orElse(""), call.caller().project());
    Course course = access.visible(call);
    check(call, alias);
    if (courses.has(alias)) {
      throw Refused.alreadyExists();
    }
    courses.addAlias(course, alias);
    return Reply.ok(Json.object().put("alias", alias.text()));
  }

  /** An alias of the domain is its administrators' to give; outside the domain it has no sense. */
  private void check(Call call, CourseAlias alias) {
    if (alias.ofDomain() && !accounts.within(call.account())) {
      throw Refused.precondition();
    }
    if (alias.ofDomain() && !call.account().admin()) {
      throw Refused.notPermitted();
    }
  }

  /** {@code courses.aliases.list}: those of the domain and of the caller's own project. */
  public Reply list(Call call) {
    Course course = access.visible(call);
    int from = PageToken.read(call.listName(), call.query()).map(Integer::parseInt).orElse(0);
    int size = PageToken.size(call.query(), "pageSize", limits.pageSize(), limits.pageSize());
    List<CourseAlias> seen =
        course.aliases().stream()
            .filter(alias -> alias.ofDomain() || alias.project().equals(call.caller().project()))
            .skip(from)
            .limit(size + 1L)
            .toList();
    ObjectNode body = Json.object();
    if (!seen.isEmpty()) {
      var array = body.putArray("aliases");
      seen.stream().limit(size).forEach(alias -> array.addObject().put("alias", alias.text()));
    }
    if (seen.size() > size) {
      String next = Integer.toString(from + size);
      body.put("nextPageToken", PageToken.after(next, call.listName(), call.query()));
    }
    return Reply.ok(body);
  }

  /** {@code courses.aliases.delete}: the number that Classroom gave is no alias. */
  public Reply delete(Call call) {
    Course course = access.visible(call);
    String text = call.part("alias");
    if (text.equals(course.id())) {
      throw Refused.precondition();
    }
    if (!CourseAlias.written(text)) {
      throw Refused.notFound();
    }
    CourseAlias alias = CourseAlias.of(text, call.caller().project());
    check(call, alias);
    if (!course.aliases().contains(alias)) {
      throw Refused.notFound();
    }
    courses.removeAlias(course, alias);
    return Reply.empty();
  }
}
