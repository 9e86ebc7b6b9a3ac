package org.rollbook.emulator.courses;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.NamedError;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;

/** Makes, shows, changes and deletes classes. */
public final class CourseCalls {
  private static final Set<String> MASKABLE =
      Set.of(
          "courseState",
          "description",
          "descriptionHeading",
          "name",
          "ownerId",
          "room",
          "section",
          "subject");

  private final CourseBook courses;
  private final Accounts accounts;
  private final Access access;
  private final JoinRules joining;
  private final InstantSource clock;

  /** Over these classes and people. */
  public CourseCalls(
      CourseBook courses,
      Accounts accounts,
      Access access,
      JoinRules joining,
      InstantSource clock) {
    this.courses = courses;
    this.accounts = accounts;
    this.access = access;
    this.joining = joining;
    this.clock = clock;
  }

  /** {@code courses.create}. */
  public Reply create(Call call) {
    Fields fields = CourseMessage.read(call.body());
    CourseText text = CourseMessage.text(fields);
    CourseState state =
        fields
            .oneOf("courseState", CourseState.class, "COURSE_STATE_UNSPECIFIED")
            .orElse(CourseState.PROVISIONED);
    if (state != CourseState.PROVISIONED && state != CourseState.ACTIVE) {
      throw Refused.invalid("A course can only be created PROVISIONED or ACTIVE.");
    }
    Optional<CourseAlias> alias = fields.text("id").map(given -> newAlias(call, given));
    Account owner = newOwner(call, fields);
    Course course = courses.create(text, state, owner.id().ordinal(), clock.instant());
    alias.ifPresent(named -> courses.addAlias(course, named));
    return shown(call, course);
  }

  private CourseAlias newAlias(Call call, String given) {
    CourseAlias alias = CourseAlias.of(given, call.caller().project());
    if (alias.ofDomain() && !call.account().admin()) {
      throw Refused.notPermitted();
    }
    if (courses.has(alias)) {
      throw Refused.alreadyExists();
    }
    return alias;
  }

  private Account newOwner(Call call, Fields fields) {
    String name =
        fields
            .text("ownerId")
            .orElseThrow(() -> Refused.invalid("Field course.owner_id is required."));
    boolean admin = call.account().admin();
    if (!admin && !accounts.find(name).equals(Optional.of(call.account())) && !name.equals("me")) {
      throw Refused.notPermitted();
    }
    Account owner = access.person(call, name);
    if (!accounts.within(owner)) {
      throw NamedError.USER_CANNOT_OWN_COURSE.refused();
    }
    if (!owner.active()) {
      throw Refused.precondition();
    }
    joining.checkGroups(owner);
    return owner;
  }

  /** {@code courses.get}. */
  public Reply get(Call call) {
    return shown(call, access.visible(call));
  }

  /** {@code courses.delete}: for good, with everything in it. */
  public Reply delete(Call call) {
    Course course = access.visible(call);
    if (!access.owns(call.account(), course) && !access.administers(call.account(), course)) {
      throw Refused.notPermitted();
    }
    courses.delete(course);
    return Reply.empty();
  }

  /** {@code courses.update}: every field of the message counts, absent ones are emptied. */
  public Reply update(Call call) {
    Fields fields = CourseMessage.read(call.body());
    Course course = access.taught(call);
    CourseState state = nextState(course, fields);
    checkModifiable(course, state);
    course.change(CourseMessage.text(fields), state, clock.instant());
    return shown(call, course);
  }

  /** {@code courses.patch}: the fields of the update mask, all or none. */
  public Reply patch(Call call) {
    Fields fields = CourseMessage.read(call.body());
    Set<String> mask = mask(call);
    Course course = access.taught(call);
    if (!accounts.get(course.owner()).active()) {
      throw NamedError.INACTIVE_COURSE_OWNER.refused();
    }
    CourseState state = mask.contains("courseState") ? nextState(course, fields) : course.state();
    boolean onlySameState = mask.equals(Set.of("courseState")) && state == course.state();
    if (!onlySameState) {
      checkModifiable(course, state);
    }
    CourseText text = CourseMessage.masked(course.text(), fields, mask);
    Optional<Account> owner =
        mask.contains("ownerId") ? Optional.of(nextOwner(call, course, fields)) : Optional.empty();
    course.change(text, state, clock.instant());
    owner.ifPresent(next -> course.own(next.id().ordinal(), clock.instant()));
    return shown(call, course);
  }

  private static Set<String> mask(Call call) {
    Set<String> mask = new TreeSet<>();
    for (String part : call.query().all("updateMask")) {
      mask.addAll(List.of(part.split(",")));
    }
    mask.remove("");
    if (mask.isEmpty()) {
      throw Refused.invalid("No update mask fields specified.");
    }
    if (!MASKABLE.containsAll(mask)) {
      throw Refused.invalid("Non-supported update mask fields specified: " + mask);
    }
    return mask;
  }

  private static CourseState nextState(Course course, Fields fields) {
    CourseState next =
        fields
            .oneOf("courseState", CourseState.class, "COURSE_STATE_UNSPECIFIED")
            .orElse(course.state());
    if (next == course.state() || course.state().leadsTo(next)) {
      return next;
    }
    if (next == CourseState.SUSPENDED) {
      throw Refused.invalid("Request contains an invalid argument.");
    }
    if (!course.state().modifiable()) {
      throw NamedError.COURSE_NOT_MODIFIABLE.refused();
    }
    throw Refused.precondition();
  }

  /** A class that may not be modified may still change together with its state. */
  private static void checkModifiable(Course course, CourseState next) {
    if (!course.state().modifiable() && next == course.state()) {
      throw NamedError.COURSE_NOT_MODIFIABLE.refused();
    }
  }

  /** Only an administrator hands a class on, and only to one who teaches it already. */
  private Account nextOwner(Call call, Course course, Fields fields) {
    if (!access.administers(call.account(), course)) {
      throw Refused.notPermitted();
    }
    String name =
        fields
            .text("ownerId")
            .orElseThrow(() -> Refused.invalid("Field course.owner_id is required."));
    Account next = access.person(call, name);
    if (next.id().ordinal() == course.owner()) {
      throw NamedError.USER_ALREADY_OWNER.refused();
    }
    if (!course.teaches(next.id().ordinal()) || !next.active() || !accounts.within(next)) {
      throw NamedError.INELIGIBLE_OWNER.refused();
    }
    return next;
  }

  private Reply shown(Call call, Course course) {
    boolean inside = access.runs(call.account(), course);
    return Reply.ok(CourseMessage.write(course, accounts.domain(), inside));
  }
}
