package org.rollbook.learn.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.rollbook.learn.classes.ClassLists;
import org.rollbook.learn.classes.Classes;
import org.rollbook.learn.clever.Clever;
import org.rollbook.learn.clever.CleverConnection;
import org.rollbook.learn.clever.CleverStandIn;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.database.TestDatabases;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.Profile;

/** The learning app without its pages, and Clever beside it. Tests take a district each. */
final class House implements AutoCloseable {
  static final String SUPPORT = "help@learn.example";
  private static final Duration LONGEST = Duration.ofSeconds(20);

  final CleverStandIn clever = new CleverStandIn();
  final LearnDatabase database = TestDatabases.open();
  final People people = new People(database);
  final ClassLists lists = new ClassLists(database);
  final Classes classes = new Classes(database, RandomGenerator.of("SecureRandom"));
  final Importing importing;
  private final List<Importing> processes = new ArrayList<>();
  private final List<Clever> clients = new ArrayList<>();

  House() {
    importing = another();
  }

  /** Another process of the app, over the same database. */
  Importing another() {
    return another(clever.connection(), InstantSource.system());
  }

  Importing another(CleverConnection connection, InstantSource clock) {
    var client = new Clever(connection, clock);
    var made = new Importing(database, client::district, SUPPORT, clock);
    processes.add(made);
    clients.add(client);
    return made;
  }

  /** A new district, with an event in its feed as any that was ever shared has. */
  StandInDistrict district() {
    var district = clever.district("Testville");
    people.ensure(district.id(), "Testville");
    district.event(
        "schools.created",
        district.get("schools", district.school()),
        CleverStandIn.JSON.createObjectNode());
    return district;
  }

  /** Somebody signs in: their account is there from then on. */
  Person signIn(StandInDistrict district, String user) {
    var json = district.get("users", user);
    boolean attends = json.path("roles").has("student");
    return people.provision(
        district.id(),
        new Profile(
            user,
            !attends || json.path("roles").has("teacher"),
            attends,
            json.path("name").path("first").asString(""),
            json.path("name").path("last").asString(""),
            Optional.of(json.path("email").asString("")).filter(mail -> !mail.isEmpty())));
  }

  /** Whether a teacher can import, which somebody waits for as long as it takes. */
  Rostering rostering(Person teacher) {
    try {
      return importing.rostering(teacher, LONGEST).orElseThrow();
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  SyncRun imports(Person teacher) {
    return sync(importing, teacher, Cause.FIRST_IMPORT);
  }

  SyncRun syncs(Person teacher) {
    return sync(importing, teacher, Cause.BUTTON);
  }

  SyncRun sync(Importing process, Person teacher, Cause cause) {
    var started = process.start(teacher, cause);
    assertThat(started).isInstanceOf(Started.Begun.class);
    return ended(((Started.Begun) started).run(), teacher);
  }

  SyncRun ended(RunId run, Person teacher) {
    return await(() -> importing.run(run, teacher.id()).filter(one -> one.ended().isPresent()));
  }

  /** Looks until there is something to see. */
  static <T> T await(Supplier<Optional<T>> look) {
    var deadline = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(deadline)) {
      var seen = look.get();
      if (seen.isPresent()) {
        return seen.get();
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
    }
    throw new AssertionError("nothing to see within " + LONGEST);
  }

  /** What a hand does in the tables; {@code :district} is given. */
  int hand(StandInDistrict district, String sql) {
    return database.jdbc().sql(sql).param("district", district.id().value()).update();
  }

  /** Everything that a district's tables say of its classes, for people to compare. */
  List<String> rows(DistrictId district, String sql) {
    return database
        .jdbc()
        .sql(sql)
        .param("district", district.value())
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Override
  public void close() {
    processes.forEach(Importing::close);
    clients.forEach(Clever::close);
    clever.close();
    database.close();
  }
}
