package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Interrupted;
import org.rollbook.sync.testing.Interrupted.Killed;
import org.rollbook.sync.testing.Interrupted.Moment;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.Unanswering;
import org.rollbook.sync.testing.World;

/**
 * Random weeks of a small district: registrars move, add and drop, addresses pass from one person
 * to another, accounts appear late, the process is killed. After every sync nobody sits in a class
 * for having somebody else's former account (G2). In the end every class has exactly the people of
 * its section (Complete), and nothing that planning by changes skipped had anything to do. A
 * failing seed is in the test's name; {@code -Drollbook.seeds=N} plays more.
 */
@ExtendWith(TestDatabase.class)
final class RandomDistrictTest {
  private static final int DAYS = 12;
  private static final PlanLimits NONE = new PlanLimits(1, 9999, 1, 9999, 1, 9999);

  static List<Long> seeds() {
    var seeds = new ArrayList<Long>();
    for (long seed = 1; seed <= Long.getLong("rollbook.seeds", 12L); seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  private final TreeMap<String, Planned> sections = new TreeMap<>();
  private final TreeSet<String> withAccount = new TreeSet<>();

  /** What the registrar wants: the oracle. */
  private record Planned(
      String primary, SortedSet<String> coTeachers, SortedSet<String> students) {}

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void Complete_every_class_has_the_people_of_its_section(long seed, Database database) {
    var random = new Random(seed);
    try (var world = new World(database, new ModelClassroom()).limits(NONE)) {
      for (int day = 0; day < DAYS; day++) {
        registrarWorks(world, random, day);
        addressesPassOn(world, random, day);
        accountsAppear(world, random);
        world.approveIfHeld(world.deliver());
        sync(world, random);
        world.days(1);
      }
      everybodyHasAnAccount(world);
      world.syncOnly();
      assertInStep(world);
      assertThat(world.planEverything().planned()).isZero();
    }
  }

  private void registrarWorks(World world, Random random, int day) {
    for (int i = 0; i < (day == 0 ? 6 : 3); i++) {
      var id = "s" + random.nextInt(8);
      if (random.nextInt(6) == 0 && sections.size() > 2) {
        world.sis().dropSection(id);
        sections.remove(id);
      } else {
        write(world, id, random);
      }
    }
  }

  private void write(World world, String id, Random random) {
    var former = sections.get(id);
    var teachers =
        former == null || random.nextInt(3) == 0
            ? pick("t", 6, 1 + random.nextInt(3), random)
            : teachers(former);
    var students =
        new TreeSet<String>(former == null ? pick("p", 14, 6, random) : former.students());
    if (former != null) {
      students.removeAll(pick("p", 14, 2, random));
      students.addAll(pick("p", 14, 2, random));
    }
    if (students.isEmpty()) {
      students.addAll(pick("p", 14, 1, random));
    }
    var row = world.sis().section(id).called("Class " + id);
    row.without(allStudents()).with(students.toArray(String[]::new));
    row.taughtBy(teachers.toArray(String[]::new));
    var rest = new TreeSet<>(teachers.subList(1, teachers.size()));
    sections.put(id, new Planned(teachers.getFirst(), rest, students));
  }

  private static List<String> teachers(Planned planned) {
    var all = new ArrayList<String>();
    all.add(planned.primary());
    all.addAll(planned.coTeachers());
    return all;
  }

  private static String[] allStudents() {
    var all = new String[14];
    for (int i = 0; i < all.length; i++) {
      all[i] = "p" + i;
    }
    return all;
  }

  private static List<String> pick(String prefix, int outOf, int count, Random random) {
    var picked = new ArrayList<String>();
    while (picked.size() < count) {
      var id = prefix + random.nextInt(outOf);
      if (!picked.contains(id)) {
        picked.add(id);
      }
    }
    return picked;
  }

  /** Two people swap addresses, or one gets the other's and that one a new one. */
  private void addressesPassOn(World world, Random random, int day) {
    var people = sections.values().stream().flatMap(planned -> people(planned).stream()).toList();
    for (int i = 0; i < 2; i++) {
      var from = people.get(random.nextInt(people.size()));
      var to = people.get(random.nextInt(people.size()));
      if (random.nextBoolean() && !from.equals(to)) {
        var former = world.sis().addressOf(from);
        var instead =
            random.nextBoolean()
                ? world.sis().addressOf(to)
                : Sis.email("n%d.%d".formatted(day, i));
        world.sis().email(from, instead);
        world.sis().email(to, former);
      }
    }
  }

  private static SortedSet<String> people(Planned planned) {
    var all = new TreeSet<>(teachers(planned));
    all.addAll(planned.students());
    return all;
  }

  private void accountsAppear(World world, Random random) {
    for (var address : world.sis().addresses()) {
      if (random.nextInt(4) != 0 && withAccount.add(address)) {
        world.classroom().makeAccount(address);
      }
    }
  }

  private void everybodyHasAnAccount(World world) {
    world.sis().addresses().forEach(world.classroom()::makeAccount);
  }

  private void sync(World world, Random random) {
    var targets = world.classroom().targets();
    var moment = random.nextBoolean() ? Moment.BEFORE_THE_EFFECT : Moment.AFTER_THE_EFFECT;
    switch (random.nextInt(6)) {
      case 0, 1 -> syncKilled(world, random, moment);
      case 2 -> world.sync(new Unanswering(targets, 1 + random.nextInt(8), moment));
      case 3 -> world.sync(new Unanswering(targets, 1 + random.nextInt(8), moment).hidingMembers());
      default -> {
        world.syncOnly();
        assertNobodyIsInAnothersPlace(world);
      }
    }
  }

  private static void syncKilled(World world, Random random, Moment moment) {
    try {
      world.sync(new Interrupted(world.classroom().targets(), 1 + random.nextInt(12), moment));
    } catch (Killed expected) {
      // Whether the next sync comes today or tomorrow must not matter.
      if (random.nextBoolean()) {
        world.syncOnly();
      }
    }
  }

  /** Whose account is in a class is in its section; only an owner may have to wait for the next. */
  private void assertNobodyIsInAnothersPlace(World world) {
    for (var seen : world.classroom().classes()) {
      var planned = sections.get(seen.name().substring("Class ".length()));
      if (planned != null) {
        var strangers = new TreeSet<>(world.sis().addresses());
        strangers.removeAll(addresses(world, people(planned)));
        strangers.remove(seen.owner());
        assertThat(seen.students()).as(seen.name()).doesNotContainAnyElementsOf(strangers);
        assertThat(seen.teachers()).as(seen.name()).doesNotContainAnyElementsOf(strangers);
      }
    }
  }

  private void assertInStep(World world) {
    assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    sections.forEach((id, planned) -> {
      var seen = world.classCalled("Class " + id);
      assertThat(seen.state()).as(id).isEqualTo("PROVISIONED");
      assertThat(seen.owner()).as(id).isEqualTo(world.sis().addressOf(planned.primary()));
      assertThat(seen.students()).as(id).isEqualTo(addresses(world, planned.students()));
      assertThat(seen.teachers())
          .as(id)
          .isEqualTo(addresses(world, new TreeSet<>(teachers(planned))));
    });
    for (var seen : world.classroom().classes()) {
      if (!sections.containsKey(seen.name().substring("Class ".length()))) {
        assertThat(seen.state()).as(seen.name()).isEqualTo("DECLINED");
      }
    }
  }

  private static SortedSet<String> addresses(World world, SortedSet<String> ids) {
    var addresses = new TreeSet<String>();
    ids.forEach(id -> addresses.add(world.sis().addressOf(id)));
    return addresses;
  }
}
