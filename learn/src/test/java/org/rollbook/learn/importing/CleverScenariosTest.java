package org.rollbook.learn.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.importing.SyncLine.Outcome;
import org.rollbook.learn.people.Person;
import tools.jackson.databind.node.ObjectNode;

/** The scenarios of Clever's certification that concern who reads classes, by number. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CleverScenariosTest {
  private final House house = new House();
  private StandInDistrict district = house.district();
  private Person ada = house.signIn(district, district.teacher("Ada", "Wong"));
  private Person cem = house.signIn(district, district.teacher("Cem", "Kaya"));
  private String ben = "";
  private String section = "";

  @BeforeEach
  void aClass() {
    district = house.district();
    ada = house.signIn(district, district.teacher("Ada", "Wong"));
    cem = house.signIn(district, district.teacher("Cem", "Kaya"));
    ben = district.student("Ben", "Ito");
    section = district.section("Algebra", ada.cleverId(), List.of(ben));
    house.imports(ada);
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private void teachers(String primary, List<String> all) {
    district.change(
        "sections",
        section,
        json -> {
          if (primary.isEmpty()) {
            json.putNull("teacher");
          } else {
            json.put("teacher", primary);
          }
          var list = json.putArray("teachers");
          all.forEach(list::add);
        });
  }

  private Shown shown() {
    return Shown.in(house, district, section);
  }

  @Test
  void S4_another_address_is_the_same_person() {
    var before = house.people.known(district.id(), ben).orElseThrow();
    district.change("users", ben, json -> json.put("email", "b.ito@new.example"));
    house.syncs(ada);
    var after = house.people.known(district.id(), ben).orElseThrow();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.email()).contains("b.ito@new.example");
  }

  @Test
  void S6_another_sis_id_is_another_user_and_the_former_stays_in_the_tables() {
    var again = district.student("Ben", "Ito");
    district.unshare("users", ben);
    district.enrol(section, List.of(again));
    house.syncs(ada);
    assertThat(shown().students()).containsExactly(again);
    assertThat(house.people.known(district.id(), ben)).isPresent();
  }

  @Test
  void S8_two_students_with_one_name_are_two() {
    var other = district.student("Ben", "Ito");
    district.enrol(section, List.of(ben, other));
    house.syncs(ada);
    assertThat(shown().students()).containsExactlyInAnyOrder(ben, other);
  }

  @Test
  void S18_a_student_may_be_in_several_classes() {
    var biology = district.section("Biology", ada.cleverId(), List.of(ben));
    district.event("sections.created", district.get("sections", biology), empty());
    house.syncs(ada);
    assertThat(Shown.in(house, district).values()).allMatch(one -> one.students().contains(ben));
  }

  private ObjectNode empty() {
    return district.get("sections", section).objectNode();
  }

  @Test
  void S22_who_is_listed_and_not_shared_is_off_and_comes_when_shared() {
    district.unshare("users", ben);
    house.syncs(ada);
    assertThat(shown().students()).isEmpty();
    district.share("users", ben);
    house.syncs(ada);
    assertThat(shown().students()).containsExactly(ben);
  }

  @Test
  void S23_the_primary_teacher_is_replaced() {
    teachers(cem.cleverId(), List.of(cem.cleverId()));
    assertThat(house.syncs(ada).lines().getFirst().departed()).containsExactly("Ada Wong");
    assertThat(shown().owner()).contains(cem.cleverId());
    assertThat(shown().teachers()).containsExactly(cem.cleverId());
    assertThat(house.lists.taughtBy(ada.id()).synced()).isEmpty();
    assertThat(house.imports(cem).lines())
        .extracting(SyncLine::outcome)
        .containsExactly(Outcome.UNCHANGED);
  }

  @Test
  void S24_co_teachers_agree_whoever_syncs_first() {
    teachers(ada.cleverId(), List.of(ada.cleverId(), cem.cleverId()));
    house.imports(cem);
    var after = shown();
    assertThat(after.teachers()).containsExactlyInAnyOrder(ada.cleverId(), cem.cleverId());
    assertThat(after.owner()).contains(ada.cleverId());
    house.syncs(ada);
    assertThat(shown()).isEqualTo(after);
    teachers(cem.cleverId(), List.of(cem.cleverId(), ada.cleverId()));
    house.syncs(ada);
    house.syncs(cem);
    assertThat(shown().owner()).contains(cem.cleverId());
  }

  @Test
  void S25_without_a_primary_teacher_the_first_of_the_others_has_the_class() {
    teachers("", List.of(cem.cleverId(), ada.cleverId()));
    house.syncs(ada);
    assertThat(shown().owner()).contains(cem.cleverId());
  }

  @Test
  void S25_without_any_teacher_nobody_sees_the_class_and_its_students_do() {
    teachers("", List.of());
    house.syncs(ada);
    assertThat(shown().teachers()).isEmpty();
    assertThat(shown().owner()).contains(ada.cleverId());
    assertThat(shown().inUse()).isTrue();
    district.unshare("sections", section);
    assertThat(house.syncs(ada).lines().getFirst().outcome()).isEqualTo(Outcome.ARCHIVED);
  }

  @Test
  void S26_a_teacher_without_sections_imports_nothing_and_is_told_so() {
    var run = house.imports(cem);
    assertThat(run.outcome()).contains(SyncRun.Outcome.DONE);
    assertThat(run.lines()).isEmpty();
  }

  @Test
  void S27_a_teacher_who_is_not_shared_any_more_is_told_and_classes_follow_their_sections() {
    teachers(ada.cleverId(), List.of(ada.cleverId(), cem.cleverId()));
    house.imports(cem);
    var own = district.section("Biology", ada.cleverId(), List.of());
    district.event("sections.created", district.get("sections", own), empty());
    house.syncs(ada);
    district.unshare("users", ada.cleverId());
    district.unshare("sections", own);

    var run = house.syncs(ada);

    assertThat(run.outcome()).contains(SyncRun.Outcome.DONE);
    assertThat(run.failure().orElseThrow().code()).isEqualTo("NOT_SHARED");
    assertThat(shown().teachers()).containsExactly(cem.cleverId());
    assertThat(shown().inUse()).isTrue();
    assertThat(Shown.in(house, district, own).inUse()).isFalse();
  }

  @Test
  void S30_two_sections_of_one_name_are_two_classes() {
    var other = district.section("Algebra", ada.cleverId(), List.of());
    district.event("sections.created", district.get("sections", other), empty());
    house.syncs(ada);
    assertThat(house.lists.taughtBy(ada.id()).synced()).hasSize(2);
  }

  @Test
  void S33_a_section_of_five_hundred_is_told_whole() {
    var many = IntStream.range(0, 500).mapToObj(n -> district.student("Student", "N" + n)).toList();
    district.enrol(section, many);
    var line = house.syncs(ada).lines().getFirst();
    assertThat(shown().students()).hasSize(500);
    assertThat(line.joined()).hasSize(20);
    assertThat(line.says()).contains("480 more joined.");
    assertThat(line.departed()).containsExactly("Ben Ito");
  }
}
