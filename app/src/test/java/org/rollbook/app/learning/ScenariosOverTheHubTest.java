package org.rollbook.app.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rollbook.app.learning.Town.Somebody;
import org.rollbook.core.share.RuleText;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.learn.classes.Role;
import org.rollbook.learn.importing.Cause;
import org.rollbook.learn.importing.Started;
import org.rollbook.learn.importing.SyncLine;
import org.rollbook.learn.importing.SyncRun;
import org.rollbook.learn.people.Person;

/**
 * The scenarios of Clever's certification that an app copes with, by number, with our own hub in
 * Clever's place: school files in, the app's classes out, and between them nothing but HTTP.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ScenariosOverTheHubTest {
  private final LearningHouse house;
  private final Town town;
  private final SyncClient client;
  private final Somebody somebody;

  ScenariosOverTheHubTest() throws IOException {
    house = new LearningHouse();
    town = house.town();
    somebody = town.student("Any", "Body");
    house.delivered();
    client = house.client();
  }

  @AfterAll
  void close() throws IOException {
    house.close();
  }

  /** A teacher whose sections are in the app. */
  private Person imported(Somebody teacher) throws IOException {
    house.delivered();
    var account = client.account(teacher);
    assertThat(client.imports(account).outcome()).contains(SyncRun.Outcome.DONE);
    return account;
  }

  private SyncRun nextDay(Person teacher) throws IOException {
    house.delivered();
    var run = client.syncs(teacher);
    assertThat(run.failure()).isEmpty();
    return run;
  }

  private static SyncLine line(SyncRun run, String name) {
    return run.lines().stream()
        .filter(one -> one.className().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void S4_S20_another_address_and_name_is_the_same_account() throws IOException {
    var teacher = town.teacher("Ivy", "Four");
    var student = town.student("Max", "Before");
    town.section("X4", "Four 1", List.of(teacher), student);
    var ivy = imported(teacher);
    var algebra = client.synced(ivy, "Four 1");
    var before = client.member(algebra, student).person();

    var after = town.renamed(student, "After");
    nextDay(ivy);

    assertThat(client.member(algebra, after).person().id()).isEqualTo(before.id());
    assertThat(client.present(algebra)).containsExactly("Ivy Four", "Max After");
  }

  @Test
  void S6_another_sis_id_is_another_account() throws IOException {
    var teacher = town.teacher("Ian", "Six");
    var former = town.student("Uma", "Twice");
    town.section("X6", "Six 1", List.of(teacher), former, somebody);
    var ian = imported(teacher);
    var one = client.synced(ian, "Six 1");
    var before = client.member(one, former).person().id();

    town.gone(former);
    var later = town.student("Uma", "Again");
    town.joins(later, "X6");
    var told = line(nextDay(ian), "Six 1");

    assertThat(told.joined()).containsExactly("Uma Again");
    assertThat(told.departed()).containsExactly("Uma Twice");
    assertThat(client.member(one, later).person().id()).isNotEqualTo(before);
  }

  @Test
  void S8_S30_equal_names_are_two_people_and_two_classes() throws IOException {
    var teacher = town.teacher("Eve", "Eight");
    town.section("X8", "Twins", List.of(teacher), town.student("Lee", "Same"));
    town.section("Y8", "Twins", List.of(teacher), town.student("Lee", "Same"));
    var eve = imported(teacher);

    var both = client.classes(eve).synced();
    assertThat(both).hasSize(2);
    assertThat(both).allSatisfy(one -> assertThat(one.students()).isEqualTo(1));
  }

  @Test
  void S16_S17_a_student_who_moves_is_in_the_new_class_and_one_who_leaves_in_none()
      throws IOException {
    var teacher = town.teacher("Sam", "Sixteen");
    var moving = town.student("Mo", "Ving");
    var leaving = town.student("Le", "Aving");
    town.section("X16", "Sixteen 1", List.of(teacher), moving, leaving, somebody);
    town.section("Y16", "Sixteen 2", List.of(teacher), somebody);
    var sam = imported(teacher);

    town.leaves(moving, "X16").joins(moving, "Y16").leaves(leaving, "X16");
    nextDay(sam);

    assertThat(client.present(client.synced(sam, "Sixteen 1")))
        .containsExactly("Any Body", "Sam Sixteen");
    assertThat(client.present(client.synced(sam, "Sixteen 2")))
        .containsExactly("Any Body", "Mo Ving", "Sam Sixteen");
  }

  @Test
  void S19_a_student_who_was_deleted_and_is_back_has_the_former_account_and_seat()
      throws IOException {
    var teacher = town.teacher("Nan", "Nineteen");
    var student = town.student("Re", "Turn");
    town.section("X19", "Nineteen 1", List.of(teacher), student, somebody);
    var nan = imported(teacher);
    var one = client.synced(nan, "Nineteen 1");
    var before = client.member(one, student);

    town.gone(student);
    nextDay(nan);
    assertThat(client.present(one)).doesNotContain("Re Turn");
    town.back(student);
    nextDay(nan);

    assertThat(client.member(one, student)).isEqualTo(before);
  }

  @Test
  void S22_an_unshared_student_of_a_shared_section_is_passed_over_until_shared()
      throws IOException {
    var teacher = town.teacher("Ted", "Two");
    var hidden = town.student("Hid", "Den");
    town.section("X22", "Twenty-two", List.of(teacher), hidden, somebody);
    var ted = imported(teacher);
    var one = client.synced(ted, "Twenty-two");

    var rule = RuleText.parse("student.sis_id is \"%s\"".formatted(hidden.id()));
    share(new Share(new Selection.WholeDistrict(), false, List.of(rule), new TreeSet<>()));
    assertThat(line(nextDay(ted), "Twenty-two").departed()).containsExactly("Hid Den");
    share(Share.wholeDistrict());
    assertThat(line(nextDay(ted), "Twenty-two").joined()).containsExactly("Hid Den");
    assertThat(client.present(one)).contains("Hid Den");
  }

  private void share(Share share) {
    house.node().sharing().share(client.app(), LearningHouse.SPRINGFIELD, share);
  }

  @Test
  void S23_S24_teachers_are_replaced_join_and_leave_and_two_syncs_agree() throws IOException {
    var first = town.teacher("Fay", "First");
    var second = town.teacher("Sky", "Second");
    town.section("X23", "Twenty-three", List.of(first), somebody);
    var fay = imported(first);
    var one = client.synced(fay, "Twenty-three");

    town.section("X23", "Twenty-three", List.of(first, second), somebody);
    assertThat(line(nextDay(fay), "Twenty-three").joined()).containsExactly("Sky Second");
    var sky = client.account(second);
    assertThat(client.imports(sky).lines())
        .allSatisfy(line -> assertThat(line.outcome()).isEqualTo(SyncLine.Outcome.UNCHANGED));

    town.section("X23", "Twenty-three", List.of(second), somebody);
    nextDay(sky);
    assertThat(client.synced(sky, "Twenty-three").owner()).isEqualTo(sky.id());
    assertThat(client.present(one)).containsExactly("Any Body", "Sky Second");
    client.syncs(fay);
    assertThat(client.classes(fay).synced()).isEmpty();
  }

  @Test
  void S26_S28_a_teacher_without_sections_imports_nothing_and_later_what_is_new()
      throws IOException {
    var teacher = town.teacher("Tia", "Free");
    var tia = imported(teacher);
    assertThat(client.classes(tia).synced()).isEmpty();

    town.section("X28", "Midyear", List.of(teacher), somebody);
    nextDay(tia);
    assertThat(client.present(client.synced(tia, "Midyear")))
        .containsExactly("Any Body", "Tia Free");
  }

  @Test
  void S27_a_teacher_who_is_gone_leaves_the_class_to_the_other() throws IOException {
    var leaver = town.teacher("Gil", "Gone");
    var stayer = town.teacher("Sue", "Stays");
    town.section("X27", "Twenty-seven", List.of(leaver, stayer), somebody);
    var sue = imported(stayer);
    var one = client.synced(sue, "Twenty-seven");
    assertThat(client.member(one, leaver).role()).isEqualTo(Role.TEACHER);

    town.section("X27", "Twenty-seven", List.of(stayer), somebody).gone(leaver);
    nextDay(sue);

    assertThat(client.present(one)).containsExactly("Any Body", "Sue Stays");
    assertThat(client.synced(sue, "Twenty-seven").owner()).isEqualTo(sue.id());
  }

  @Test
  void S29_S45_sections_are_replaced_archived_and_brought_back() throws IOException {
    var teacher = town.teacher("Ray", "Roll");
    town.section("X29", "Autumn", List.of(teacher), somebody);
    var ray = imported(teacher);
    var autumn = client.synced(ray, "Autumn");

    town.withoutSection("X29").section("Y29", "Spring", List.of(teacher), somebody);
    var turned = nextDay(ray);
    assertThat(line(turned, "Autumn").outcome()).isEqualTo(SyncLine.Outcome.ARCHIVED);
    assertThat(line(turned, "Spring").outcome()).isEqualTo(SyncLine.Outcome.CREATED);

    town.section("X29", "Autumn", List.of(teacher), somebody);
    assertThat(line(nextDay(ray), "Autumn").outcome()).isEqualTo(SyncLine.Outcome.RESTORED);
    assertThat(client.synced(ray, "Autumn").id()).isEqualTo(autumn.id());
  }

  @Test
  void S41_a_rotated_token_is_asked_for_anew() throws IOException {
    var teacher = town.teacher("Rob", "Token");
    town.section("X41", "Forty-one", List.of(teacher), somebody);
    var rob = imported(teacher);

    house.node().sharing().rotate(client.app(), LearningHouse.SPRINGFIELD);
    town.joins(town.student("New", "Comer"), "X41");

    assertThat(line(nextDay(rob), "Forty-one").joined()).containsExactly("New Comer");
  }

  @Test
  void S43_an_unshared_district_takes_nothing_away() throws IOException {
    var teacher = town.teacher("Dee", "Connected");
    town.section("X43", "Forty-three", List.of(teacher), somebody);
    var dee = imported(teacher);
    var before = client.classes(dee);

    house.node().sharing().unshare(client.app(), LearningHouse.SPRINGFIELD);
    var refused = client.syncs(dee);
    assertThat(refused.outcome()).contains(SyncRun.Outcome.FAILED);
    assertThat(refused.failure().orElseThrow().code()).isEqualTo("NOT_CONNECTED");
    assertThat(client.classes(dee)).isEqualTo(before);

    share(Share.wholeDistrict());
    nextDay(dee);
    assertThat(client.classes(dee)).isEqualTo(before);
  }

  @Test
  void two_hundred_teachers_who_sign_in_within_a_minute_all_end_synced_and_none_twice()
      throws IOException {
    var teachers = new ArrayList<Somebody>();
    for (int number = 1; number <= 200; number++) {
      var teacher = town.teacher("Many" + number, "Teachers");
      teachers.add(teacher);
      town.section("M" + number, "Many " + number, List.of(teacher), somebody);
    }
    house.delivered();
    var crowd = house.client();
    var accounts = crowd.accounts(teachers);

    var runs = new ArrayList<Started.Begun>();
    accounts.forEach(account -> runs.add(crowd.begins(account, Cause.FIRST_IMPORT)));
    for (int place = 0; place < runs.size(); place++) {
      assertThat(crowd.ended(runs.get(place), accounts.get(place)).outcome())
          .contains(SyncRun.Outcome.DONE);
    }

    assertThat(crowd.mostRuns()).isEqualTo(1);
    assertThat(accounts)
        .allSatisfy(account -> assertThat(crowd.classes(account).synced()).hasSize(1));
    assertThat(house.mostCallsOfAToken()).isPositive().isLessThanOrEqualTo(1_200);
  }
}
