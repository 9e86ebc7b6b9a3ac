package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.hub.clever.SharedTown.former;
import static org.rollbook.hub.clever.SharedTown.object;
import static org.rollbook.hub.clever.SharedTown.types;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Share;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.intake.SnapshotStatus;
import tools.jackson.databind.JsonNode;

/** Contacts, and what happens to a whole district, by number of the scenario. */
@ExtendWith(CleverHouse.Open.class)
final class CleverScenarioDistrictTest {
  private final CleverHouse house;
  private final SharedTown town;
  private final ApiClient app;

  CleverScenarioDistrictTest(CleverHouse house) {
    this.house = house;
    this.town = new SharedTown(house);
    this.app = town.app();
  }

  private List<String> contactsOf(String student) {
    return town.ids("/users/" + app.student(student) + "/mycontacts");
  }

  @Test
  void S34_a_student_has_none_one_or_five_contacts() {
    var five = new Town();
    for (int n = 2; n <= 5; n++) {
      five.contact("A", "s1", "Ada", "Aunt,Family,Aunt %d,555,Cell,,a%d".formatted(n, n));
    }
    town.deliver(five);
    assertThat(contactsOf("s4")).isEmpty();
    assertThat(contactsOf("s5")).hasSize(1);
    assertThat(contactsOf("s1")).hasSize(5);
  }

  @Test
  void S35_a_contact_without_sis_id_and_with_another_e_mail_is_another() {
    var one = "Aunt,Family,Di Two,555,Cell,two@home.example,";
    town.deliver(new Town().contact("A", "s4", "Di", one));
    String before = contactsOf("s4").getFirst();
    var news = town.deliver(new Town().contact("A", "s4", "Di", one.replace("two@", "new@")));
    assertThat(types(news)).containsExactly("users.created", "users.deleted");
    assertThat(contactsOf("s4")).hasSize(1).doesNotContain(before);
    assertThat(town.status("users", before)).isEqualTo(404);
  }

  @Test
  void S36_a_contact_leaves_and_the_student_stays() {
    String contact = contactsOf("s5").getFirst();
    var news = town.deliver(new Town().replaced(",,Somebody,,,,", ",,,,,,"));
    assertThat(types(news)).containsExactly("users.deleted");
    assertThat(object(news.getFirst()).path("id").stringValue()).isEqualTo(contact);
    assertThat(contactsOf("s5")).isEmpty();
    assertThat(town.user(app.student("s5")).at("/name/first").stringValue()).isEqualTo("Ed");
  }

  @Test
  void S43_a_district_that_takes_its_share_back_answers_no_more_and_then_all_anew() {
    String ada = app.student("s1");
    house.node().sharing().unshare(town.registered().app().id(), town.district());
    assertThat(app.get("/v3.1/users").status()).isEqualTo(401);
    var again = house.share(town.registered(), town.district(), Share.wholeDistrict());
    assertThat(again.student("s1")).isEqualTo(ada);
  }

  @Test
  void S44_what_is_held_is_not_told_before_somebody_approves() throws IOException {
    var gone = new Town();
    for (int n = 1; n <= 40; n++) {
      gone.student("A", "s" + (100 + n), "Stu");
    }
    town.deliver(gone);
    var report =
        house.node().intake().importSnapshot(town.district(), new Town().written(), Progress.NONE);
    assertThat(report.status()).isEqualTo(SnapshotStatus.HELD);
    house.node().publication().publish(town.district());
    assertThat(town.news()).isEmpty();
    assertThat(town.ids("/users?role=student")).hasSize(45);
    house.node().intake().approve(report.snapshot());
    house.node().publication().publish(town.district());
    assertThat(types(town.news())).hasSize(40).containsOnly("users.deleted");
  }

  @Test
  void S45_a_year_turns_over() {
    String ada = app.student("s1");
    var next =
        new Town()
            .replaced(",7,F,2032,", ",8,F,2032,")
            .replaced("A,c1,", "A,n1,")
            .replaced("A,c2,", "A,n2,")
            .replaced("B,c3,", "B,n3,")
            .replaced("8/25/2026,1/20/2027", "8/24/2027,1/19/2028");
    var news = town.deliver(next);
    assertThat(types(news).stream().distinct())
        .containsExactly(
            "terms.created",
            "sections.created",
            "users.updated",
            "sections.deleted",
            "terms.deleted");
    assertThat(former(updateOf(ada, news)).toString())
        .isEqualTo("{\"roles\":{\"student\":{\"grade\":\"7\"}}}");
    assertThat(town.ids("/users/" + ada + "/sections"))
        .containsExactlyInAnyOrder(app.section("n1"), app.section("n2"));
  }

  private static JsonNode updateOf(String user, List<JsonNode> news) {
    return news.stream()
        .filter(event -> event.path("type").stringValue().equals("users.updated"))
        .filter(event -> object(event).path("id").stringValue().equals(user))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void S45_a_summer_without_classes_leaves_everybody_there() {
    var summer = new Town().without("A,c").without("B,c");
    var news = town.deliver(summer);
    assertThat(types(news))
        .contains("sections.deleted", "courses.deleted", "terms.deleted")
        .doesNotContain("users.deleted");
    assertThat(town.ids("/users?role=student")).hasSize(5);
  }
}
