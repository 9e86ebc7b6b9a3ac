package org.rollbook.app.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.rollbook.app.learning.Town.Somebody;
import org.rollbook.learn.classes.ClassLists;
import org.rollbook.learn.classes.ClassMember;
import org.rollbook.learn.classes.LearningClass;
import org.rollbook.learn.classes.TeachersClasses;
import org.rollbook.learn.clever.Clever;
import org.rollbook.learn.clever.CleverConnection;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.importing.Cause;
import org.rollbook.learn.importing.Importing;
import org.rollbook.learn.importing.Started;
import org.rollbook.learn.importing.SyncRun;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.Profile;
import org.rollbook.registry.sharing.AppId;
import org.rollbook.sources.cleverapi.CleverRecord.User;
import org.rollbook.sources.cleverapi.Roles;

/** The learning app without its pages: what it keeps of a hub that it knows only as Clever. */
final class SyncClient implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final LearnDatabase database;
  private final Clever clever;
  private final AppId app;
  private final Importing importing;
  private final People people;
  private final ClassLists lists;

  SyncClient(LearnDatabase database, CleverConnection connection, AppId app) {
    this.database = database;
    this.clever = new Clever(connection, InstantSource.system());
    this.app = app;
    this.importing = new Importing(database, clever::district, "the town", InstantSource.system());
    this.people = new People(database);
    this.lists = new ClassLists(database);
  }

  AppId app() {
    return app;
  }

  private DistrictId district() throws IOException {
    var district = new DistrictId(clever.rostering().grants().getFirst().district());
    people.ensure(district, "Springfield");
    return district;
  }

  /** The accounts of teachers, as signing in makes them, in the order in which they are given. */
  List<Person> accounts(List<Somebody> teachers) throws IOException {
    var district = district();
    var users = new TreeMap<String, User>();
    for (var user : clever.district(district).users(Roles.Kind.TEACHER).toList(10_000)) {
      user.roles().teacher().flatMap(Roles.Teacher::sisId).ifPresent(id -> users.put(id, user));
    }
    var made =
        people.provision(
            district,
            teachers.stream()
                .map(one -> profile(Objects.requireNonNull(users.get(one.id()))))
                .toList());
    return teachers.stream()
        .map(one -> Objects.requireNonNull(users.get(one.id())).id())
        .map(id -> Objects.requireNonNull(made.get(id)))
        .toList();
  }

  Person account(Somebody teacher) throws IOException {
    return accounts(List.of(teacher)).getFirst();
  }

  private static Profile profile(User user) {
    return new Profile(
        user.id(),
        true,
        false,
        user.name().first().orElse(""),
        user.name().last().orElse(""),
        user.email());
  }

  SyncRun imports(Person teacher) {
    return ended(begins(teacher, Cause.FIRST_IMPORT), teacher);
  }

  SyncRun syncs(Person teacher) {
    return ended(begins(teacher, Cause.BUTTON), teacher);
  }

  Started.Begun begins(Person teacher, Cause cause) {
    var started = importing.start(teacher, cause);
    assertThat(started).isInstanceOf(Started.Begun.class);
    return (Started.Begun) started;
  }

  SyncRun ended(Started.Begun begun, Person teacher) {
    var deadline = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(deadline)) {
      var run = importing.run(begun.run(), teacher.id()).orElseThrow();
      if (run.ended().isPresent()) {
        return run;
      }
      LockSupport.parkNanos(5_000_000);
    }
    throw new AssertionError("the sync did not end within " + LONGEST);
  }

  TeachersClasses classes(Person teacher) {
    return lists.taughtBy(teacher.id());
  }

  /** The teacher's class in use of that name, of which there is one. */
  LearningClass synced(Person teacher, String name) {
    var found =
        classes(teacher).synced().stream()
            .map(TeachersClasses.Listed::learningClass)
            .filter(one -> one.name().equals(name))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  /** Who is in a class now, by name. */
  Set<String> present(LearningClass one) {
    var names = new TreeSet<String>();
    lists.members(one.id()).stream()
        .filter(ClassMember::present)
        .forEach(member -> names.add(member.person().name()));
    return names;
  }

  /** Somebody in a class, or formerly. */
  ClassMember member(LearningClass one, Somebody somebody) {
    return lists.members(one.id()).stream()
        .filter(member -> member.person().name().equals(somebody.name()))
        .findFirst()
        .orElseThrow();
  }

  /** How many runs each teacher had at most. */
  int mostRuns() {
    return database
        .jdbc()
        .sql(
            "select coalesce(max(runs), 0) from"
                + " (select count(*) as runs from sync_run group by teacher_id) as counted")
        .query(Integer.class)
        .single();
  }

  @Override
  public void close() {
    importing.close();
    clever.close();
    database.close();
  }
}
