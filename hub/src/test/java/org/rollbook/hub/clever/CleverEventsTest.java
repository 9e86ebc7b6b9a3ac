package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.hub.clever.ApiClient.Answer;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.Registered;
import tools.jackson.databind.JsonNode;

@ExtendWith(CleverHouse.Open.class)
final class CleverEventsTest {
  private final CleverHouse house;
  private final DistrictKey district;
  private final Registered registered;
  private final ApiClient app;

  CleverEventsTest(CleverHouse house) {
    this.house = house;
    this.district = house.newDistrict(new Town());
    this.registered = house.newApp();
    this.app =
        house.share(
            registered,
            district,
            new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>()));
  }

  private List<JsonNode> events(String query) {
    return app.walk("/v3.1/events" + query);
  }

  private String last() {
    return events("").getLast().path("id").stringValue();
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").stringValue()).distinct().toList();
  }

  @Test
  void H6_sharing_looks_like_creating_and_every_event_is_as_specified() throws IOException {
    assertThat(types(events("")))
        .containsExactly(
            "districts.created",
            "schools.created",
            "terms.created",
            "courses.created",
            "users.created",
            "sections.created");
    String before = last();
    house.deliver(
        district,
        new Town()
            .without("B,c3")
            .without("A,s4,")
            .without("A,c1,s5")
            .replaced("Adams", "Adams High")
            .replaced("Ada,", "Adele,"));
    var later = events("?starting_after=" + before);
    assertThat(types(later))
        .contains(
            "schools.updated",
            "users.updated",
            "sections.updated",
            "sections.deleted",
            "courses.deleted",
            "users.deleted");
    holds(events(""));
  }

  private static void holds(List<JsonNode> events) throws IOException {
    var specification = CleverSpecification.read("clever-v3.1-events.yml");
    var faults = new ArrayList<String>();
    for (JsonNode event : events) {
      String type = event.path("type").stringValue();
      assertThat(specification.defines(type)).as(type).isTrue();
      assertThat(event.path("created").stringValue())
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
      assertThat(event.at("/data").has("previous_attributes")).isEqualTo(type.endsWith(".updated"));
      String word = type.substring(0, type.indexOf('.') - 1);
      String definition = Character.toUpperCase(word.charAt(0)) + word.substring(1);
      faults.addAll(specification.faults(event.at("/data/object"), definition));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void H5_an_update_tells_the_former_values_and_the_whole_record() {
    String before = last();
    house.deliver(district, new Town().replaced("Ada,", "Adele,"));
    var later = events("?starting_after=" + before);
    assertThat(later).hasSize(1);
    JsonNode event = later.getFirst();
    assertThat(event.path("type").stringValue()).isEqualTo("users.updated");
    assertThat(event.at("/data/object/name/first").stringValue()).isEqualTo("Adele");
    assertThat(event.at("/data/previous_attributes").toString())
        .isEqualTo("{\"name\":{\"first\":\"Ada\"}}");
    assertThat(event.at("/data/object"))
        .isEqualTo(app.get("/v3.1/users/" + app.student("s1")).json().path("data"));
  }

  @Test
  void S16_a_student_who_moves_is_an_update_of_sections_and_of_nobody() {
    String before = last();
    house.deliver(district, new Town().without("A,c1,s5").enrolled("A", "c2", "s5"));
    var later = events("?starting_after=" + before);
    assertThat(types(later)).containsExactly("sections.updated");
    assertThat(later).hasSize(2);
  }

  @Test
  void S42_ids_ascend_and_paging_meets_every_event_once() {
    var all = app.get("/v3.1/events?limit=10000").ids();
    assertThat(all).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(15);
    assertThat(events("?limit=3").stream().map(event -> event.path("id").stringValue()))
        .containsExactlyElementsOf(all);
    Answer newest = app.get("/v3.1/events?limit=1&ending_before=" + "f".repeat(24));
    assertThat(newest.ids()).containsExactly(all.getLast());
    assertThat(newest.link("next").map(next -> app.get(next).ids())).contains(List.of());
    assertThat(app.get("/v3.1/events?limit=1&ending_before=last").ids())
        .containsExactly(all.getLast());
    Answer one = app.get("/v3.1/events/" + all.get(4));
    assertThat(one.ids()).containsExactly(all.get(4));
    assertThat(app.get("/v3.1/events/" + "0".repeat(23) + "1").status()).isEqualTo(404);
  }

  @Test
  void events_can_be_asked_for_by_type_and_by_school() {
    assertThat(types(events("?record_type=sections"))).containsExactly("sections.created");
    assertThat(types(events("?record_type=sections&record_type=terms&limit=2")))
        .containsExactly("terms.created", "sections.created");
    assertThat(events("?record_type=resources")).isEmpty();
    assertThat(app.get("/v3.1/events?record_type=people").status()).isEqualTo(400);
    assertThat(app.get("/v3.1/events?school=here").status()).isEqualTo(400);
    String bell = app.school("B");
    assertThat(events("?record_type=sections&school=" + bell)).hasSize(1);
    assertThat(events("?record_type=schools&school=" + bell)).hasSize(1);
  }

  @Test
  void v3_0_tells_nothing_of_fields_that_it_does_not_know() {
    String before = last();
    house.deliver(district, new Town().replaced("Spanish", "French"));
    assertThat(app.get("/v3.1/events?starting_after=" + before).text())
        .contains("French", "Spanish");
    assertThat(app.get("/v3.0/events?starting_after=" + before).text())
        .contains("users.updated")
        .doesNotContain("French", "Spanish", "home_language");
  }

  @Test
  void H6_unsharing_looks_like_deleting_to_the_next_token_of_the_app() {
    String before = last();
    house.node().sharing().unshare(registered.app().id(), district);
    assertThat(app.get("/v3.1/events").status()).isEqualTo(401);
    var again = house.share(registered, district, Share.wholeDistrict());
    var types = types(again.walk("/v3.1/events?starting_after=" + before));
    assertThat(types).contains("users.deleted", "sections.deleted", "districts.deleted");
    assertThat(types).contains("users.created", "sections.created", "districts.created");
  }

  @Test
  void H5_events_are_told_for_thirty_days() {
    String before = last();
    house.pass(29L * 24 * 3600);
    house.node().publication().forgetOld();
    assertThat(last()).isEqualTo(before);
    house.pass(2L * 24 * 3600);
    house.node().publication().forgetOld();
    assertThat(events("")).isEmpty();
  }
}
