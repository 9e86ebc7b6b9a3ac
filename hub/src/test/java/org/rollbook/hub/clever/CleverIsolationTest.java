package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.hub.clever.ApiClient.Answer;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.Registered;

/** Two districts, each shared with two apps: none can see anything of the others. */
@ExtendWith(CleverHouse.Open.class)
final class CleverIsolationTest {
  private static final List<String> TYPES =
      List.of("districts", "schools", "terms", "courses", "users", "sections", "events");
  private static final List<String> RELATIONS =
      List.of(
          "/schools/{id}/users",
          "/schools/{id}/sections",
          "/schools/{id}/courses",
          "/schools/{id}/terms",
          "/schools/{id}/district",
          "/terms/{id}/sections",
          "/terms/{id}/schools",
          "/courses/{id}/sections",
          "/courses/{id}/schools",
          "/courses/{id}/resources",
          "/sections/{id}/users",
          "/sections/{id}/course",
          "/sections/{id}/term",
          "/sections/{id}/school",
          "/sections/{id}/district",
          "/users/{id}/mystudents",
          "/users/{id}/myteachers",
          "/users/{id}/mycontacts",
          "/users/{id}/schools",
          "/users/{id}/sections",
          "/users/{id}/district");

  private final CleverHouse house;
  private final Registered first;
  private final DistrictKey here;
  private final ApiClient all;
  private final ApiClient part;
  private final ApiClient there;

  CleverIsolationTest(CleverHouse house) {
    this.house = house;
    first = house.newApp();
    here = house.newDistrict(new Town().replaced("town.example", "here.example"));
    var elsewhere = house.newDistrict(new Town().replaced("town.example", "there.example"));
    all = house.share(first, here, Share.wholeDistrict());
    var oneSection = new Selection.Sections(new TreeSet<>(List.of(new SectionId("c3"))));
    part = house.share(house.newApp(), here, Share.of(oneSection));
    there = house.share(first, elsewhere, Share.wholeDistrict());
  }

  private static List<String> idsOf(ApiClient app, String type) {
    return app.get("/v3.1/" + type + "?limit=10000").ids();
  }

  /** Everything that {@code stranger} tries with what belongs to {@code owner} alone. */
  private static List<String> leaks(ApiClient stranger, ApiClient owner) {
    var leaks = new ArrayList<String>();
    for (String type : TYPES) {
      var own = idsOf(stranger, type);
      for (String id : idsOf(owner, type)) {
        if (!own.contains(id)) {
          tries(type, id).stream()
              .filter(path -> stranger.get(path).status() != 404)
              .forEach(leaks::add);
        }
      }
    }
    return leaks;
  }

  private static List<String> tries(String type, String id) {
    var paths = new ArrayList<String>(List.of("/v3.1/" + type + "/" + id));
    RELATIONS.stream()
        .filter(path -> path.startsWith("/" + type + "/"))
        .forEach(path -> paths.add("/v3.1" + path.replace("{id}", id)));
    return paths;
  }

  @Test
  void H6_nothing_of_another_district_or_share_is_found_by_its_id() {
    assertThat(leaks(all, there)).isEmpty();
    assertThat(leaks(there, all)).isEmpty();
    assertThat(leaks(part, all)).isEmpty();
    assertThat(leaks(part, there)).isEmpty();
    assertThat(idsOf(part, "users")).isNotEmpty().hasSizeLessThan(idsOf(all, "users").size());
  }

  @Test
  void H6_cursors_of_others_are_mere_places_in_the_order() {
    for (String type : TYPES) {
      var own = idsOf(part, type);
      for (String cursor : idsOf(there, type)) {
        Answer page = part.get("/v3.1/" + type + "?limit=10000&ending_before=" + cursor);
        assertThat(own).containsAll(page.ids());
        assertThat(page.text()).doesNotContain("there.example");
      }
    }
  }

  @Test
  void H6_a_relation_leads_to_nothing_that_is_not_shared() {
    var own = idsOf(part, "users");
    for (String school : idsOf(part, "schools")) {
      assertThat(own).containsAll(part.get("/v3.1/schools/" + school + "/users").ids());
    }
    for (String user : own) {
      for (String relation : List.of("mystudents", "myteachers", "mycontacts")) {
        assertThat(own).containsAll(part.get("/v3.1/users/" + user + "/" + relation).ids());
      }
      assertThat(idsOf(part, "sections"))
          .containsAll(part.get("/v3.1/users/" + user + "/sections").ids());
    }
    String school = all.school("A");
    assertThat(
            part.get("/v3.1/events?school=" + all.get("/v3.1/schools/" + school).ids().get(0))
                .status())
        .isEqualTo(200);
  }

  @Test
  void H6_a_share_taken_back_closes_the_door_at_once() {
    assertThat(all.get("/v3.1/users").status()).isEqualTo(200);
    house.node().sharing().unshare(first.app().id(), here);
    assertThat(all.get("/v3.1/users").status()).isEqualTo(401);
    assertThat(there.get("/v3.1/users").status()).isEqualTo(200);
  }

  @Test
  void S41_a_rotated_token_is_void_and_its_successor_reads_on() {
    var next = house.node().sharing().rotate(first.app().id(), here);
    assertThat(all.get("/v3.1/users").status()).isEqualTo(401);
    assertThat(house.client(next.token()).get("/v3.1/users").status()).isEqualTo(200);
  }
}
