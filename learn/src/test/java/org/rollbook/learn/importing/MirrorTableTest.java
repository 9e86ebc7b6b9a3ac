package org.rollbook.learn.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.importing.SyncLine.Outcome;
import org.rollbook.learn.people.Person;

/**
 * Table D, the mirror column, row by row; hands are simulated in the tables, for no page has them.
 * "Baseline lost" cannot occur: class and baseline are one row.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MirrorTableTest {
  private static final String OFF =
      "update seat set left_at = now() where district_id = :district and role = 'STUDENT'";
  private final House house = new House();
  private StandInDistrict district;
  private Person ada;
  private String ben;
  private String section;

  MirrorTableTest() {
    district = house.district();
    ada = house.signIn(district, district.teacher("Ada", "Wong"));
    ben = "";
    section = "";
  }

  @BeforeEach
  void aClass() {
    district = house.district();
    ada = house.signIn(district, district.teacher("Ada", "Wong"));
    ben = district.student("Ben", "Ito");
    section = district.section("Algebra", ada.cleverId(), List.of(ben));
    house.imports(ada);
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Outcome again() {
    // Any event of the section: without one nobody would look.
    district.change("sections", section, json -> json.put("last_modified", "2026-11-22"));
    return house.syncs(ada).lines().getFirst().outcome();
  }

  private Shown shown() {
    return Shown.in(house, district, section);
  }

  private void name(String name) {
    district.change("sections", section, json -> json.put("name", name));
  }

  private void hand(String sql) {
    assertThat(house.hand(district, sql)).isPositive();
  }

  @Test
  void D_in_step_nothing_is_done() {
    assertThat(again()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void D_a_change_at_the_source_is_applied() {
    name("Algebra 2");
    assertThat(again()).isEqualTo(Outcome.UPDATED);
    assertThat(shown().name()).isEqualTo("Algebra 2");
  }

  @Test
  void D_a_hand_on_the_name_is_put_back() {
    hand("update class set name = 'Mine' where district_id = :district");
    assertThat(again()).isEqualTo(Outcome.UPDATED);
    assertThat(shown().name()).isEqualTo("Algebra");
  }

  @Test
  void D_both_changed_to_the_same_is_agreed() {
    hand("update class set name = 'Algebra 2' where district_id = :district");
    name("Algebra 2");
    assertThat(again()).isEqualTo(Outcome.UNCHANGED);
    assertThat(
            house.rows(
                district.id(), "select agreed_name from class where district_id = :district"))
        .containsExactly("Algebra 2");
  }

  @Test
  void D_both_changed_to_different_things_the_source_wins() {
    hand("update class set name = 'Mine' where district_id = :district");
    name("Algebra 2");
    again();
    assertThat(shown().name()).isEqualTo("Algebra 2");
  }

  @Test
  void D_a_hand_on_the_owner_is_put_back() {
    house.signIn(district, district.teacher("Cem", "Kaya"));
    hand(
        """
        update class set owner_id =
          (select max(id) from person where district_id = :district) where district_id = :district
        """);
    again();
    assertThat(shown().owner()).contains(ada.cleverId());
    assertThat(shown().teachers()).containsExactly(ada.cleverId());
  }

  @Test
  void D_a_member_who_is_added_joins() {
    var cleo = district.student("Cleo", "Diaz");
    district.enrol(section, List.of(ben, cleo));
    assertThat(again()).isEqualTo(Outcome.UPDATED);
    assertThat(shown().students()).containsExactlyInAnyOrder(ben, cleo);
  }

  @Test
  void D_a_member_who_is_added_and_there_by_hand_is_noted() {
    var cleo = house.signIn(district, district.student("Cleo", "Diaz"));
    byHand(cleo);
    district.enrol(section, List.of(ben, cleo.cleverId()));

    assertThat(again()).isEqualTo(Outcome.UNCHANGED);
    assertThat(
            house.rows(
                district.id(),
                "select by_hand::text from seat where agreed_role is not null and district_id = :district order by 1"))
        .containsExactly("false", "false", "true");
    district.enrol(section, List.of(ben));
    again();
    assertThat(shown().students()).containsExactly(ben);
  }

  private void byHand(Person student) {
    hand(
        """
        insert into seat (district_id, class_id, person_id, role, by_hand, since)
        select district_id, id, %d, 'STUDENT', true, now() from class where district_id = :district
        """
            .formatted(student.id().number()));
  }

  @Test
  void D_a_member_whom_a_hand_took_off_is_put_back() {
    hand(OFF);
    assertThat(again()).isEqualTo(Outcome.UPDATED);
    assertThat(shown().students()).containsExactly(ben);
  }

  @Test
  void D_a_member_whom_only_a_hand_put_there_is_taken_off() {
    byHand(house.signIn(district, district.student("Cleo", "Diaz")));
    assertThat(again()).isEqualTo(Outcome.UPDATED);
    assertThat(shown().students()).containsExactly(ben);
  }

  @Test
  void D_a_member_who_is_gone_from_both_is_forgotten() {
    hand(OFF);
    district.enrol(section, List.of());
    assertThat(again()).isEqualTo(Outcome.UNCHANGED);
    assertThat(shown().students()).isEmpty();
    assertThat(
            house.rows(
                district.id(),
                "select person_id::text from seat where agreed_role is null and district_id = :district"))
        .hasSize(1);
  }

  @Test
  void D_a_member_who_returns_is_restored() {
    district.enrol(section, List.of());
    again();
    district.enrol(section, List.of(ben));
    assertThat(again()).isEqualTo(Outcome.UPDATED);
    assertThat(shown().students()).containsExactly(ben);
  }

  @Test
  void D_a_class_that_is_gone_with_hands_on_it_is_archived_as_it_is() {
    hand("update class set name = 'Mine' where district_id = :district");
    hand(OFF);
    district.unshare("sections", section);
    assertThat(house.syncs(ada).lines().getFirst().outcome()).isEqualTo(Outcome.ARCHIVED);
    assertThat(shown()).matches(one -> !one.inUse()).matches(one -> one.name().equals("Mine"));
  }

  @Test
  void D_a_class_that_returns_is_restored_whoever_archived_it() {
    for (String ended : Stream.of("BY_US", "BY_HAND").toList()) {
      hand(
          "update class set state = 'ARCHIVED', archived_at = now(), ended = '%s'".formatted(ended)
              + " where district_id = :district");
      assertThat(again()).isEqualTo(Outcome.RESTORED);
      assertThat(shown().inUse()).isTrue();
    }
  }

  @Test
  void D_a_class_that_a_hand_takes_up_again_while_its_section_is_gone_is_archived_again() {
    district.unshare("sections", section);
    house.syncs(ada);
    hand(
        "update class set state = 'ACTIVE', archived_at = null, ended = 'NOT'"
            + " where district_id = :district");
    hand("update person set synced = null where district_id = :district and teaches");
    assertThat(house.syncs(ada).lines().getFirst().outcome()).isEqualTo(Outcome.ARCHIVED);
    assertThat(shown().inUse()).isFalse();
  }

  @Test
  void D_a_class_that_a_hand_archived_while_its_section_went_is_agreed() {
    hand(
        "update class set state = 'ARCHIVED', archived_at = now(), ended = 'BY_HAND'"
            + " where district_id = :district");
    district.unshare("sections", section);
    assertThat(house.syncs(ada).lines().getFirst().outcome()).isEqualTo(Outcome.UNCHANGED);
    district.share("sections", section);
    assertThat(house.syncs(ada).lines().getFirst().outcome()).isEqualTo(Outcome.RESTORED);
  }
}
