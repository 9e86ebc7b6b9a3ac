package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.hub.clever.SharedTown.former;
import static org.rollbook.hub.clever.SharedTown.object;
import static org.rollbook.hub.clever.SharedTown.texts;
import static org.rollbook.hub.clever.SharedTown.types;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What an app reads and is told when something happens to classes, by number of the scenario. */
@ExtendWith(CleverHouse.Open.class)
final class CleverScenarioClassesTest {
  private final SharedTown town;
  private final ApiClient app;

  CleverScenarioClassesTest(CleverHouse house) {
    this.town = new SharedTown(house);
    this.app = town.app();
  }

  @Test
  void S16_a_move_tells_who_was_in_both_classes_before() {
    String ed = app.student("s5");
    var news = town.deliver(new Town().without("A,c1,s5").enrolled("A", "c2", "s5"));
    assertThat(types(news)).containsExactly("sections.updated", "sections.updated");
    for (JsonNode event : news) {
      boolean left = object(event).path("sis_id").stringValue().equals("c1");
      assertThat(texts(former(event).path("students")).contains(ed)).isEqualTo(left);
      assertThat(texts(object(event).path("students")).contains(ed)).isNotEqualTo(left);
    }
  }

  @Test
  void S17_who_leaves_every_class_is_still_there() {
    String ed = app.student("s5");
    assertThat(types(town.deliver(new Town().without("A,c1,s5"))))
        .containsExactly("sections.updated");
    assertThat(town.status("users", ed)).isEqualTo(200);
    assertThat(town.ids("/users/" + ed + "/sections")).isEmpty();
  }

  @Test
  void S18_the_primary_school_goes_along_with_the_classes() {
    String bo = app.student("s2");
    assertThat(town.user(bo).at("/roles/student/school").stringValue()).isEqualTo(app.school("A"));
    var news = town.deliver(new Town().without("A,c1,s2"));
    assertThat(types(news)).containsExactly("users.updated", "sections.updated");
    assertThat(former(news.getFirst()).at("/roles/student/school").stringValue())
        .isEqualTo(app.school("A"));
    assertThat(town.user(bo).at("/roles/student/school").stringValue()).isEqualTo(app.school("B"));
    assertThat(town.user(bo).at("/roles/student/schools").size()).isEqualTo(2);
  }

  @Test
  void S23_the_primary_teacher_is_replaced() {
    var before = texts(town.section("c1").path("teachers"));
    var news = town.deliver(new Town().replaced("A,c1,t1,t2", "A,c1,t3,t2"));
    assertThat(types(news)).containsExactly("sections.updated");
    assertThat(former(news.getFirst()).path("teacher").stringValue()).isEqualTo(before.getFirst());
    assertThat(texts(former(news.getFirst()).path("teachers"))).isEqualTo(before);
    assertThat(town.section("c1").path("teacher").stringValue()).isEqualTo(app.teacher("t3"));
  }

  @Test
  void S24_a_co_teacher_joins_is_promoted_and_leaves() {
    String two = app.teacher("t2");
    String three = app.teacher("t3");
    assertThat(teachersAfter("B,c3,t2,t3,")).containsExactly(two, three);
    assertThat(teachersAfter("B,c3,t3,t2,")).containsExactly(three, two);
    assertThat(teachersAfter("B,c3,t3,,")).containsExactly(three);
  }

  @Test
  void S24_a_class_has_up_to_ten_teachers_and_loses_nine() {
    var more = IntStream.rangeClosed(12, 19).mapToObj(n -> "t" + n).toList();
    var large = new Town().replaced("B,c3,t2,,", "B,c3,t2,t3,").coTeachers("B,c3,", more);
    more.forEach(id -> large.teacher("B,%s,,,%s@town.example,Tea,,Many,,".formatted(id, id)));
    town.deliver(large);
    var all = new ArrayList<>(List.of(app.teacher("t2"), app.teacher("t3")));
    more.forEach(id -> all.add(app.teacher(id)));
    assertThat(texts(town.section("c3").path("teachers"))).isEqualTo(all).hasSize(10);
    assertThat(town.ids("/sections/" + app.section("c3") + "/users?role=teacher"))
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(town.ids("/users/" + all.getLast() + "/sections"))
        .containsExactly(app.section("c3"));
    town.deliver(new Town());
    assertThat(texts(town.section("c3").path("teachers"))).containsExactly(all.getFirst());
  }

  private List<String> teachersAfter(String band) {
    var news = town.deliver(new Town().replaced("B,c3,t2,,", band));
    assertThat(types(news)).contains("sections.updated");
    var teachers = texts(town.section("c3").path("teachers"));
    assertThat(town.section("c3").path("teacher").stringValue()).isEqualTo(teachers.getFirst());
    return teachers;
  }

  @Test
  void S25_a_class_loses_its_last_teacher() {
    String two = app.teacher("t2");
    var news = town.deliver(new Town().replaced("B,c3,t2,,", "B,c3,,,"));
    assertThat(object(news.getLast()).path("teacher").isNull()).isTrue();
    assertThat(former(news.getLast()).path("teacher").stringValue()).isEqualTo(two);
    assertThat(town.section("c3").path("teachers").size()).isZero();
  }

  @Test
  void S27_a_teacher_of_classes_leaves_them_before_leaving() {
    String two = app.teacher("t2");
    var news = town.deliver(new Town().without("A,t2,").without("B,t2,"));
    assertThat(types(news))
        .containsExactly("sections.updated", "sections.updated", "users.deleted");
    assertThat(town.status("users", two)).isEqualTo(404);
    assertThat(town.section("c3").path("teacher").isNull()).isTrue();
    assertThat(texts(town.section("c1").path("teachers"))).containsExactly(app.teacher("t1"));
  }

  private static Town withChoir() {
    return new Town()
        .section("A,c9,t3,,Choir,,,Choir,,,,,Spring,1/21/2027,6/20/2027")
        .enrolled("A", "c9", "s4");
  }

  @Test
  void S28_a_class_of_midyear_comes_after_what_it_names() {
    var news = town.deliver(withChoir());
    assertThat(types(news)).containsExactly("terms.created", "courses.created", "sections.created");
    assertThat(texts(object(news.getLast()).path("students"))).containsExactly(app.student("s4"));
    assertThat(town.ids("/users/" + app.student("s4") + "/sections"))
        .containsExactly(app.section("c9"));
  }

  @Test
  void S29_a_class_is_deleted_and_returns_with_its_id() {
    town.deliver(withChoir());
    String choir = app.section("c9");
    assertThat(types(town.deliver(new Town())))
        .containsExactly("sections.deleted", "courses.deleted", "terms.deleted");
    assertThat(town.status("sections", choir)).isEqualTo(404);
    town.deliver(withChoir());
    assertThat(app.section("c9")).isEqualTo(choir);
  }

  @Test
  void S30_two_classes_with_one_name_are_two() {
    town.deliver(
        new Town()
            .section("A,c8,t1,,Algebra 1,01,7,Algebra,M1,,1,math,,,")
            .enrolled("A", "c8", "s1"));
    assertThat(town.section("c8").path("name")).isEqualTo(town.section("c1").path("name"));
    assertThat(app.section("c8")).isNotEqualTo(app.section("c1"));
  }

  @Test
  void S31_a_term_with_another_end_is_another_term_and_its_classes_stay() {
    String algebra = app.section("c1");
    String former = town.section("c1").path("term_id").stringValue();
    var news = town.deliver(new Town().replaced("1/20/2027", "1/22/2027"));
    assertThat(types(news))
        .containsExactly("terms.created", "sections.updated", "sections.updated", "terms.deleted");
    assertThat(town.section("c1").path("id").stringValue()).isEqualTo(algebra);
    assertThat(town.section("c1").path("term_id").stringValue()).isNotEqualTo(former);
  }

  @Test
  void S32_a_section_id_that_is_used_again_is_the_same_section() {
    String band = app.section("c3");
    var news =
        town.deliver(
            new Town()
                .replaced("Band,,,Band", "Chess,,,Chess")
                .without("B,c3,s")
                .enrolled("B", "c3", "s4"));
    assertThat(types(news)).contains("sections.updated").doesNotContain("sections.deleted");
    assertThat(app.section("c3")).isEqualTo(band);
    assertThat(texts(town.section("c3").path("students"))).containsExactly(app.student("s4"));
  }

  @Test
  void S33_a_class_of_one_and_a_class_of_hundreds_are_told_whole() {
    var large = new Town();
    IntStream.range(100, 800)
        .mapToObj(n -> "s" + n)
        .forEach(id -> large.student("A", id, "Stu").enrolled("A", "c2", id));
    town.deliver(large.without("B,c3,s3"));
    assertThat(town.section("c2").path("students").size()).isEqualTo(701);
    assertThat(app.walk("/v3.1/sections/" + app.section("c2") + "/users")).hasSize(701);
    assertThat(texts(town.section("c3").path("students"))).containsExactly(app.student("s2"));
  }
}
