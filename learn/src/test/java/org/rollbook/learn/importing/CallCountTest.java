package org.rollbook.learn.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.people.Person;

/** What a sync costs, by the calls that arrive. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallCountTest {
  private static final int CLASSES = 8;
  private final House house = new House();

  @AfterAll
  void stop() {
    house.close();
  }

  /** Eight classes of 31 or 32, with two co-teachers here and there. */
  private Person teacher(StandInDistrict district, List<String> sections) {
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var others =
        IntStream.range(0, 5).mapToObj(n -> district.teacher("Teacher", "Number " + n)).toList();
    var students =
        IntStream.range(0, 250).mapToObj(n -> district.student("Student", "Number " + n)).toList();
    for (int number = 0; number < CLASSES; number++) {
      var section =
          district.section(
              "Class " + number,
              ada.cleverId(),
              students.subList(number * 250 / CLASSES, (number + 1) * 250 / CLASSES));
      sections.add(section);
      if (number % 2 == 0) {
        district
            .get("sections", section)
            .withArray("teachers")
            .add(others.get(number / 2))
            .add(others.get(number / 2 + 1));
      }
    }
    return ada;
  }

  private long calls() {
    return house.clever.calls("/v3");
  }

  @Test
  void a_first_import_takes_at_most_two_calls_and_two_for_each_class() {
    var district = house.district();
    var ada = teacher(district, new ArrayList<>());
    house.clever.forgetCalls();

    var run = house.imports(ada);

    assertThat(run.lines()).hasSize(CLASSES);
    assertThat(calls()).isLessThanOrEqualTo(2 + 2 * CLASSES);
  }

  @Test
  void when_nothing_changed_it_takes_two_calls() {
    var district = house.district();
    var ada = teacher(district, new ArrayList<>());
    house.imports(ada);
    house.clever.forgetCalls();

    assertThat(house.syncs(ada).outcome()).contains(SyncRun.Outcome.UNCHANGED);
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void events_that_concern_others_take_two_calls_at_most() {
    var district = house.district();
    var ada = teacher(district, new ArrayList<>());
    house.imports(ada);
    var cem = district.teacher("Cem", "Kaya");
    var other = district.section("Other", cem, List.of());
    for (int number = 0; number < 50; number++) {
      district.enrol(other, List.of(district.student("Student", "Number " + number)));
    }
    house.clever.forgetCalls();

    assertThat(house.syncs(ada).outcome()).contains(SyncRun.Outcome.UNCHANGED);
    assertThat(calls()).isLessThanOrEqualTo(2);
  }

  @Test
  void one_change_costs_the_feed_and_two_lists() {
    var district = house.district();
    var sections = new ArrayList<String>();
    var ada = teacher(district, sections);
    house.imports(ada);
    district.enrol(sections.get(1), List.of());
    house.clever.forgetCalls();

    var run = house.syncs(ada);

    assertThat(run.lines()).extracting(SyncLine::outcome).contains(SyncLine.Outcome.UPDATED);
    assertThat(calls()).isLessThanOrEqualTo(2 + 2 + CLASSES);
  }

  @Test
  void people_who_are_not_shown_are_looked_for_once() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var hidden =
        IntStream.range(0, 40).mapToObj(n -> district.student("Hidden", "Number " + n)).toList();
    hidden.forEach(district::hide);
    var section = district.section("Algebra", ada.cleverId(), hidden);
    house.imports(ada);
    district.change("sections", section, json -> json.put("name", "Algebra 2"));
    house.clever.forgetCalls();

    house.syncs(ada);

    assertThat(Shown.in(house, district, section).name()).isEqualTo("Algebra 2");
    assertThat(calls()).isLessThanOrEqualTo(4);
  }
}
