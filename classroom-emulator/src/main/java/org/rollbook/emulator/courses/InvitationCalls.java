package org.rollbook.emulator.courses;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.AccountId;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.NamedError;
import org.rollbook.emulator.wire.PageToken;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import tools.jackson.databind.node.ObjectNode;

/** Invitations into classes: how people come in whom no administrator adds. */
public final class InvitationCalls {
  private static final Set<String> FIELDS = Set.of("id", "userId", "courseId", "role");
  private static final int PAGE = 500;

  private final CourseBook courses;
  private final Invitations invitations;
  private final Accounts accounts;
  private final Access access;
  private final JoinRules joining;
  private final Limits limits;
  private final InstantSource clock;
  private final DayCount sent;

  /** Over these classes and people. */
  public InvitationCalls(
      CourseBook courses,
      Invitations invitations,
      Accounts accounts,
      Access access,
      JoinRules joining,
      Limits limits,
      InstantSource clock) {
    this.courses = courses;
    this.invitations = invitations;
    this.accounts = accounts;
    this.access = access;
    this.joining = joining;
    this.limits = limits;
    this.clock = clock;
    this.sent = new DayCount(clock);
  }

  /** {@code invitations.create}. */
  public Reply create(Call call) {
    Fields fields = Fields.of("invitation", call.body(), FIELDS);
    Role role =
        fields
            .oneOf("role", Role.class, "COURSE_ROLE_UNSPECIFIED")
            .orElseThrow(() -> Refused.invalid("Field invitation.role is required."));
    Course course = access.exists(call, required(fields, "courseId"));
    boolean may =
        role == Role.OWNER
            ? access.owns(call.account(), course) || access.administers(call.account(), course)
            : access.runs(call.account(), course);
    if (!may) {
      throw Refused.notPermitted();
    }
    Account person = access.person(call, required(fields, "userId"));
    check(course, person, role);
    if (!sent.count(call.account().id().ordinal(), limits.invitationsPerDay())) {
      throw NamedError.USER_INVITATION_QUOTA_EXHAUSTED.refused();
    }
    return Reply.ok(write(invitations.add(course.ordinal(), person.id().ordinal(), role)));
  }

  private static String required(Fields fields, String name) {
    return fields
        .text(name)
        .orElseThrow(() -> Refused.invalid("Field invitation." + name + " is required."));
  }

  private void check(Course course, Account person, Role role) {
    int ordinal = person.id().ordinal();
    Collection<Invitation> waiting = invitations.ofCourse(course.ordinal());
    if (!person.active()) {
      throw Refused.precondition();
    }
    if (waiting.stream().anyMatch(known -> known.person() == ordinal)) {
      throw Refused.alreadyExists();
    }
    if (role == Role.OWNER && waiting.stream().anyMatch(known -> known.role() == Role.OWNER)) {
      throw NamedError.PENDING_INVITATION_EXISTS.refused();
    }
    Optional<Role> has = roleOf(course, ordinal);
    if (has.isPresent() && has.get().compareTo(role) >= 0) {
      throw Refused.precondition();
    }
    if (role == Role.OWNER && !has.equals(Optional.of(Role.TEACHER))) {
      throw NamedError.INELIGIBLE_OWNER.refused();
    }
  }

  private static Optional<Role> roleOf(Course course, int person) {
    if (course.owner() == person) {
      return Optional.of(Role.OWNER);
    }
    if (course.teaches(person)) {
      return Optional.of(Role.TEACHER);
    }
    return course.studies(person) ? Optional.of(Role.STUDENT) : Optional.empty();
  }

  /** {@code invitations.get}. */
  public Reply get(Call call) {
    return Reply.ok(write(seen(call)));
  }

  /** {@code invitations.delete}: withdrawn by the class's teachers, or turned down. */
  public Reply delete(Call call) {
    invitations.remove(seen(call));
    return Reply.empty();
  }

  private Invitation seen(Call call) {
    Invitation invitation = invitations.find(call.part("id")).orElseThrow(Refused::notFound);
    if (courses.at(invitation.course()).isEmpty()) {
      throw Refused.notFound();
    }
    if (!mayRead(call).test(invitation)) {
      throw Refused.notPermitted();
    }
    return invitation;
  }

  private Predicate<Invitation> mayRead(Call call) {
    return invitation ->
        invitation.person() == call.account().id().ordinal()
            || courses
                .at(invitation.course())
                .filter(course -> access.runs(call.account(), course))
                .isPresent();
  }

  /** {@code invitations.list}: of a class, of a person, or of both. */
  public Reply list(Call call) {
    Optional<Course> course = call.query().one("courseId").map(name -> access.exists(call, name));
    Optional<Account> person = call.query().one("userId").map(name -> access.person(call, name));
    if (course.isEmpty() && person.isEmpty()) {
      throw Refused.invalid("At least one of user_id or course_id must be supplied.");
    }
    int after = PageToken.read(call.listName(), call.query()).map(Integer::parseInt).orElse(-1);
    int size = PageToken.size(call.query(), "pageSize", PAGE, PAGE);
    Collection<Invitation> all =
        course.isPresent()
            ? invitations.ofCourse(course.get().ordinal())
            : invitations.ofPerson(person.map(Account::id).map(AccountId::ordinal).orElse(-1));
    List<Invitation> found =
        all.stream()
            .filter(one -> one.ordinal() > after && courses.at(one.course()).isPresent())
            .filter(one -> person.isEmpty() || one.person() == person.get().id().ordinal())
            .filter(mayRead(call))
            .limit(size + 1L)
            .toList();
    return page(call, found, size);
  }

  private Reply page(Call call, List<Invitation> found, int size) {
    ObjectNode body = Json.object();
    if (!found.isEmpty()) {
      var array = body.putArray("invitations");
      found.stream().limit(size).forEach(invitation -> array.add(write(invitation)));
    }
    if (found.size() > size) {
      String last = Integer.toString(found.get(size - 1).ordinal());
      body.put("nextPageToken", PageToken.after(last, call.listName(), call.query()));
    }
    return Reply.ok(body);
  }

  /** {@code invitations.accept}: by the invited person only. */
  public Reply accept(Call call) {
    Invitation invitation = invitations.find(call.part("id")).orElseThrow(Refused::notFound);
    Course course = courses.at(invitation.course()).orElseThrow(Refused::notFound);
    if (invitation.person() != call.account().id().ordinal()) {
      throw Refused.notPermitted();
    }
    joining.checkOpen(course, call.account());
    join(course, call.account(), invitation.role());
    invitations.remove(invitation);
    return Reply.empty();
  }

  private void join(Course course, Account person, Role role) {
    int ordinal = person.id().ordinal();
    if (role == Role.OWNER) {
      if (!course.teaches(ordinal) || !accounts.within(person)) {
        throw NamedError.INELIGIBLE_OWNER.refused();
      }
      course.own(ordinal, clock.instant());
      return;
    }
    if (roleOf(course, ordinal).isEmpty()) {
      joining.checkRoom(course, person, role);
      joining.countJoin(person);
    }
    if (role == Role.STUDENT && !course.teaches(ordinal)) {
      courses.addStudent(course, ordinal);
    } else if (role == Role.TEACHER) {
      courses.removeStudent(course, ordinal);
      courses.addTeacher(course, ordinal);
    }
  }

  private ObjectNode write(Invitation invitation) {
    ObjectNode json = Json.object().put("id", invitation.id());
    json.put("userId", accounts.get(invitation.person()).id().text());
    courses.at(invitation.course()).ifPresent(course -> json.put("courseId", course.id()));
    return json.put("role", invitation.role().name());
  }
}
