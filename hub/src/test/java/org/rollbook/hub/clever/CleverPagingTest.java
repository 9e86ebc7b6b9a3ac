package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Share;
import org.rollbook.hub.clever.ApiClient.Answer;
import org.rollbook.registry.intake.DistrictKey;
import tools.jackson.databind.JsonNode;

@ExtendWith(CleverHouse.Open.class)
final class CleverPagingTest {
  private final CleverHouse house;
  private final DistrictKey district;
  private final ApiClient app;

  CleverPagingTest(CleverHouse house) {
    this.house = house;
    this.district = house.newDistrict(crowded(30));
    this.app = house.share(house.newApp(), district, Share.wholeDistrict());
  }

  private static Town crowded(int more) {
    var town = new Town();
    IntStream.range(0, more).forEach(i -> town.student("A", "x" + i, "X" + i));
    return town;
  }

  private static List<String> ids(List<JsonNode> objects) {
    return objects.stream().map(object -> object.path("id").stringValue()).toList();
  }

  @Test
  void S39_following_next_meets_every_record_once_in_the_order_of_ids() {
    var everybody = app.get("/v3.1/users?limit=10000").ids();
    assertThat(everybody).hasSize(40).isSorted().doesNotHaveDuplicates();
    for (int limit : List.of(1, 7, 40, 41)) {
      assertThat(ids(app.walk("/v3.1/users?limit=" + limit))).isEqualTo(everybody);
    }
    assertThat(ids(app.walk("/v3.1/users?limit=4&role=student"))).hasSize(35).isSorted();
    assertThat(ids(app.walk("/v3.1/users?limit=1&role=teacher"))).hasSize(3);
  }

  @Test
  void S39_prev_leads_back_to_the_beginning_and_may_end_at_an_empty_list() {
    var everybody = app.get("/v3.1/users?limit=10000").ids();
    var met = new ArrayList<String>();
    Optional<String> prev = Optional.of("/v3.1/users?limit=7&ending_before=" + "f".repeat(24));
    while (prev.isPresent()) {
      Answer page = app.get(prev.get());
      assertThat(page.ids()).isSorted();
      met.addAll(0, page.ids());
      prev = page.link("prev");
    }
    assertThat(met).isEqualTo(everybody);

    String before = "/v3.1/users?starting_after=" + "0".repeat(24);
    Answer empty = app.get("/v3.1/users?ending_before=" + everybody.getFirst());
    assertThat(empty.ids()).isEmpty();
    assertThat(empty.link("next")).isEmpty();
    assertThat(app.get(before).ids()).isEqualTo(everybody);
  }

  @Test
  void a_page_in_the_middle_has_both_neighbours() {
    var everybody = app.get("/v3.1/users?limit=10000").ids();
    Answer page = app.get("/v3.1/users?limit=5&starting_after=" + everybody.get(9));
    assertThat(page.ids()).isEqualTo(everybody.subList(10, 15));
    assertThat(app.get(page.link("prev").orElseThrow()).ids()).isEqualTo(everybody.subList(5, 10));
    assertThat(app.get(page.link("next").orElseThrow()).ids()).isEqualTo(everybody.subList(15, 20));
    assertThat(app.get(page.link("self").orElseThrow()).ids()).isEqualTo(page.ids());
    assertThat(app.get("/v3.1/users?limit=5").link("prev")).isEmpty();
  }

  @Test
  void S39_records_that_come_and_go_meanwhile_move_nothing() {
    var before = app.get("/v3.1/users?limit=10000").ids();
    Answer first = app.get("/v3.1/users?limit=10");
    String gone = app.student("x1");
    house.deliver(district, crowded(35).without("A,x1,").without("A,x20,"));

    var met = new ArrayList<>(first.ids());
    met.addAll(ids(app.walk(first.link("next").orElseThrow())));

    assertThat(met).doesNotHaveDuplicates().isSorted();
    var stayed = new ArrayList<>(app.get("/v3.1/users?limit=10000").ids());
    assertThat(met).containsAll(stayed.stream().filter(id -> !id.equals(gone)).toList());
    assertThat(met).hasSizeGreaterThan(before.size());
  }

  @Test
  void a_hundred_records_are_a_page_unless_another_number_is_asked_for() {
    house.deliver(district, crowded(110));
    assertThat(app.get("/v3.1/users").ids()).hasSize(100);
    assertThat(app.get("/v3.1/users?limit=10000").ids()).hasSize(120);
    assertThat(app.get("/v3.1/users?limit=10001").status()).isEqualTo(413);
    assertThat(app.get("/v3.1/users?limit=99999999999").status()).isEqualTo(413);
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    for (String query :
        List.of(
            "limit=0",
            "limit=-1",
            "limit=ten",
            "starting_after=1",
            "ending_before=zzzzzzzzzzzzzzzzzzzzzzzz",
            "starting_after=" + "0".repeat(24) + "&ending_before=" + "f".repeat(24),
            "role=principal",
            "count=often")) {
      Answer answer = app.get("/v3.1/users?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.json().path("message").isString()).as(query).isTrue();
    }
    assertThat(app.get("/v3.1/users?limit=&role=&starting_after=&nobody=knows").status())
        .isEqualTo(200);
  }

  @Test
  void a_count_is_told_in_a_header_and_only_when_it_is_asked_for() {
    assertThat(app.get("/v3.1/users?count=true&limit=1").header("X-Count")).isEqualTo("40");
    assertThat(app.get("/v3.1/users?count&role=student").header("X-Count")).isEqualTo("35");
    assertThat(app.get("/v3.1/schools?count=true").header("X-Count")).isEqualTo("2");
    assertThat(app.get("/v3.1/users?count=false").header("X-Count")).isEmpty();
    assertThat(app.get("/v3.1/users?count=undefined").header("X-Count")).isEmpty();
  }

  @Test
  void links_repeat_what_was_asked_for_and_nothing_that_was_not_understood() {
    Answer page = app.get("/v3.1/users?role=student&limit=2&x=%22%3Cscript%3E");
    assertThat(page.link("next").orElseThrow())
        .startsWith("/v3.1/users?")
        .contains("role=student", "limit=2", "starting_after=");
    assertThat(page.text()).doesNotContain("script");
    String school = app.school("A");
    Answer people = app.get("/v3.1/schools/" + school + "/users?role=student&primary=true&limit=2");
    assertThat(people.link("next").orElseThrow())
        .contains("/schools/" + school + "/users?", "role=student", "primary=true", "limit=2");
    assertThat(app.walk(people.link("self").orElseThrow())).hasSizeGreaterThan(30);
  }
}
