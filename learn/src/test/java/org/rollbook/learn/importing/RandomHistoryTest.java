package org.rollbook.learn.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.people.Person;
import tools.jackson.databind.JsonNode;

/**
 * Safe and complete, over random histories: Clever's world changes, hands are in the tables, Clever
 * fails now and then, teachers sync in any order and at once. Afterwards, when everybody has synced
 * in quiet, the classes are what a plain reading of the sections says, classes made by hand are as
 * they were, and no row was ever deleted. Longer: {@code -Drollbook.learn.histories=500}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomHistoryTest {
  private static final String BY_HAND =
      """
      select class::text || coalesce(seat::text, '') from class left join seat
        on seat.district_id = class.district_id and seat.class_id = class.id
      where class.district_id = :district and section_id is null order by class.id, seat.person_id
      """;
  private static final String EVERYBODY =
      """
      select 'person ' || id from person where district_id = :district
      union all select 'class ' || id from class where district_id = :district
      union all select 'seat ' || class_id || ' ' || person_id from seat
        where district_id = :district
      """;

  private final House house = new House();

  static List<Integer> seeds() {
    int histories = Integer.getInteger("rollbook.learn.histories", 6);
    int first = Integer.getInteger("rollbook.learn.seed", 1);
    var seeds = new ArrayList<Integer>();
    for (int seed = first; seed < first + histories; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @AfterAll
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void after_any_history_the_classes_are_what_the_sections_say(int seed) {
    var world = new World(house, house.district(), new Random(seed));
    world.begin();
    var byHand = house.rows(world.district.id(), BY_HAND);
    var rows = new TreeSet<String>();
    for (int step = 0; step < 40; step++) {
      world.step();
      var now = house.rows(world.district.id(), EVERYBODY);
      assertThat(now).containsAll(rows);
      rows.addAll(now);
    }
    world.quiet();

    assertThat(house.rows(world.district.id(), BY_HAND)).isEqualTo(byHand);
    world.check();
  }

  /** One district and what happens in it. */
  private static final class World {
    private static final List<String> HANDS =
        List.of(
            "update class set name = 'Hand' where district_id = :district"
                + " and section_id is not null and id %% 3 = %d",
            "update seat set left_at = now() where district_id = :district and left_at is null"
                + " and agreed_role is not null and person_id %% 3 = %d",
            "update seat set left_at = null where district_id = :district and role = 'STUDENT'"
                + " and agreed_role is null and not by_hand and person_id %% 3 = %d",
            "update class set state = 'ARCHIVED', ended = 'BY_HAND', archived_at = now()"
                + " where district_id = :district and section_id is not null"
                + " and state = 'ACTIVE' and id %% 3 = %d");
    private final House house;
    private final StandInDistrict district;
    private final Random random;
    private final List<Person> teachers = new ArrayList<>();
    private final List<String> students = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();

    World(House house, StandInDistrict district, Random random) {
      this.house = house;
      this.district = district;
      this.random = random;
    }

    void begin() {
      for (int number = 0; number < 4; number++) {
        teachers.add(house.signIn(district, district.teacher("Teacher", "T" + number)));
      }
      for (int number = 0; number < 12; number++) {
        students.add(district.student("Student", "S" + number));
      }
      for (int number = 0; number < 6; number++) {
        sections.add(district.section("Class " + number, teacher().cleverId(), some(students)));
      }
      var byHand = house.classes.make(teachers.getFirst(), "Class 1");
      house.classes.join(
          house.signIn(district, students.getFirst()), byHand.joinCode().orElseThrow());
      teachers.forEach(house::imports);
    }

    private Person teacher() {
      return teachers.get(random.nextInt(teachers.size()));
    }

    private <T> T one(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    private List<String> some(List<String> all) {
      return all.stream().filter(one -> random.nextBoolean()).toList();
    }

    void step() {
      switch (random.nextInt(11)) {
        case 0 -> district.enrol(one(sections), some(students));
        case 1 -> hideOrShow("users", one(students));
        case 2 -> hideOrShow("sections", one(sections));
        case 3 -> coTeachers(one(sections));
        case 4 ->
            district.change(
                "sections", one(sections), json -> json.put("name", "Class " + random.nextInt(9)));
        case 5 -> hideOrShow("users", teacher().cleverId());
        case 6 -> hand();
        case 7 -> fault();
        case 8 -> together();
        default -> sync(teacher());
      }
      house.clever.noFaults();
    }

    private void hideOrShow(String kind, String record) {
      if (hidden.remove(record)) {
        district.share(kind, record);
      } else {
        hidden.add(record);
        district.unshare(kind, record);
      }
    }

    private void coTeachers(String section) {
      district.change(
          "sections",
          section,
          json -> {
            var list = json.putArray("teachers");
            var chosen = some(teachers.stream().map(Person::cleverId).toList());
            chosen.forEach(list::add);
            json.putNull("teacher");
            chosen.stream().findAny().ifPresent(primary -> json.put("teacher", primary));
          });
    }

    private void hand() {
      house.hand(district, one(HANDS).formatted(random.nextInt(3)));
    }

    /** Some calls of one sync are answered badly. */
    private void fault() {
      var calls = new AtomicInteger(random.nextInt(4));
      int kind = random.nextInt(6);
      house.clever.fault(call -> {
        if (calls.getAndDecrement() > 0) {
          return false;
        }
        switch (kind) {
          case 0 -> call.error(500, "down");
          case 1 -> call.html(200);
          case 2 -> call.html(404);
          case 3 -> call.error(401, "no");
          case 4 -> call.cut();
          default -> call.error(404, "not found");
        }
        return true;
      });
      sync(teacher());
    }

    private void together() {
      var begun =
          teachers.stream().map(one -> house.importing.start(one, Cause.FIRST_IMPORT)).toList();
      for (int number = 0; number < begun.size(); number++) {
        house.ended(((Started.Begun) begun.get(number)).run(), teachers.get(number));
      }
    }

    private void sync(Person teacher) {
      house.sync(house.importing, teacher, Cause.FIRST_IMPORT);
    }

    /**
     * Everybody has synced since the last change. A hand is seen when the class is read: one event
     * of each section makes sure that all are.
     */
    void quiet() {
      for (var section : sections) {
        if (!hidden(section)) {
          district.change("sections", section, json -> json.put("last_modified", "now"));
        }
      }
      teachers.forEach(this::sync);
      teachers.forEach(this::sync);
    }

    private boolean hidden(String record) {
      return hidden.contains(record);
    }

    void check() {
      Map<String, JsonNode> visible =
          district.list("users").values().stream()
              .filter(user -> !hidden(user.path("id").asString()))
              .collect(Collectors.toMap(user -> user.path("id").asString(), user -> user));
      var shown = Shown.in(house, district);
      for (var section : sections) {
        var is = shown.get(section);
        var should = Shown.of(district.get("sections", section), visible);
        if (hidden(section)) {
          assertThat(is == null || !is.inUse()).isTrue();
        } else if (!should.teachers().isEmpty()) {
          assertThat(is).isEqualTo(should);
        }
      }
    }
  }
}
