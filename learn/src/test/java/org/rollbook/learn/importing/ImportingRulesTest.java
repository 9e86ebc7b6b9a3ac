package org.rollbook.learn.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.classes.Joining;
import org.rollbook.learn.classes.LearningClass;
import org.rollbook.learn.importing.SyncLine.Outcome;

/** L1 to L9, as far as they are the sync's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportingRulesTest {
  private final House house = new House();

  @AfterAll
  void stop() {
    house.close();
  }

  @Test
  void L1_a_teacher_whom_the_district_shares_can_import() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));

    assertThat(house.rostering(ada)).isEqualTo(new Rostering.Ready());
  }

  @Test
  void L1_without_rostering_it_says_whom_to_ask() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    district.rostered(false);

    assertThat(house.rostering(ada))
        .isInstanceOfSatisfying(
            Rostering.NotSetUp.class,
            answer -> assertThat(answer.whomToAsk()).contains("Clever administrator"));
  }

  @Test
  void L1_no_answer_is_no_answer() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    house.clever.fault(call -> {
      boolean mine = call.path().equals("/users/" + ada.cleverId());
      if (mine) {
        call.error(503, "down");
      }
      return mine;
    });

    assertThat(house.rostering(ada))
        .isInstanceOfSatisfying(
            Rostering.Unknown.class,
            answer -> assertThat(answer.failure().code()).isEqualTo("CLEVER_UNREACHABLE"));
    house.clever.noFaults();
    assertThat(house.rostering(ada)).isEqualTo(new Rostering.Ready());
  }

  @Test
  void L2_a_teacher_shared_only_for_signing_in_cannot_import() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    district.hide(ada.cleverId());

    assertThat(house.rostering(ada)).isInstanceOf(Rostering.NotSetUp.class);
    var run = house.imports(ada);
    assertThat(run.outcome()).contains(SyncRun.Outcome.FAILED);
    assertThat(run.failure().orElseThrow())
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("NOT_SHARED"))
        .satisfies(
            failure -> assertThat(failure.contact()).contains("district's Clever administrator"));
    assertThat(house.importing.start(ada, Cause.LOGIN)).isEqualTo(new Started.NotImportedYet());
  }

  @Test
  void L3_all_classes_are_made_and_each_has_its_line() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var ben = district.student("Ben", "Ito");
    var algebra = district.section("Algebra", ada.cleverId(), List.of(ben));
    district.section("Biology", ada.cleverId(), List.of(ben));

    var run = house.imports(ada);

    assertThat(run.outcome()).contains(SyncRun.Outcome.DONE);
    assertThat(run.classesInAll()).hasValue(2);
    assertThat(run.lines()).extracting(SyncLine::className).containsExactly("Algebra", "Biology");
    assertThat(run.lines()).extracting(SyncLine::outcome).containsOnly(Outcome.CREATED);
    assertThat(Shown.in(house, district, algebra).students()).containsExactly(ben);
  }

  @Test
  void L3_what_fails_for_one_class_does_not_stop_the_others() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var students = IntStream.range(0, 5_001).mapToObj(number -> "%024x".formatted(number)).toList();
    district.section("Algebra", ada.cleverId(), List.of());
    var everybody = district.section("Everybody", ada.cleverId(), students);
    district.section("Zoology", ada.cleverId(), List.of());

    var run = house.imports(ada);

    assertThat(run.outcome()).contains(SyncRun.Outcome.DONE);
    assertThat(run.lines())
        .extracting(SyncLine::outcome)
        .containsExactly(Outcome.CREATED, Outcome.FAILED, Outcome.CREATED);
    var failure = run.lines().get(1).failure().orElseThrow();
    assertThat(failure.code()).isEqualTo("CLASS_TOO_LARGE");
    assertThat(failure.says()).contains("5,001");
    assertThat(failure.contact()).isEqualTo(House.SUPPORT);
    district.enrol(everybody, List.of());
    assertThat(house.syncs(ada).lines().get(1).outcome()).isEqualTo(Outcome.CREATED);
  }

  @Test
  void L4_signing_in_does_nothing_before_the_first_import_and_syncs_after_it() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var section = district.section("Algebra", ada.cleverId(), List.of());
    house.clever.forgetCalls();
    assertThat(house.importing.start(ada, Cause.LOGIN)).isEqualTo(new Started.NotImportedYet());
    assertThat(house.importing.start(ada, Cause.BUTTON)).isEqualTo(new Started.NotImportedYet());
    assertThat(house.clever.calls()).isEmpty();
    house.imports(ada);
    var ben = district.student("Ben", "Ito");
    district.enrol(section, List.of(ben));

    var run = house.sync(house.importing, ada, Cause.LOGIN);

    assertThat(run.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.outcome()).isEqualTo(Outcome.UPDATED);
          assertThat(line.joined()).containsExactly("Ben Ito");
        });
  }

  @Test
  void L5_classes_made_by_hand_are_never_touched_even_with_the_same_name() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var ben = house.signIn(district, district.student("Ben", "Ito"));
    var byHand = house.classes.make(ada, "Algebra");
    house.classes.join(ben, byHand.joinCode().orElseThrow());
    var before = byHandRows(byHand);
    var section = district.section("Algebra", ada.cleverId(), List.of(ben.cleverId()));

    house.imports(ada);
    district.unshare("sections", section);
    house.syncs(ada);
    district.unshare("users", ben.cleverId());
    house.syncs(ada);

    assertThat(byHandRows(byHand)).isEqualTo(before);
    assertThat(house.lists.taughtBy(ada.id()).byHand()).hasSize(1);
    assertThat(house.lists.taughtBy(ada.id()).archived()).hasSize(1);
  }

  private List<String> byHandRows(LearningClass byHand) {
    return house.rows(
        byHand.id().district(),
        """
        select class::text || seat::text from class join seat
          on seat.district_id = class.district_id and seat.class_id = class.id
        where class.district_id = :district and section_id is null order by seat.person_id
        """);
  }

  @Test
  void L6_an_unshared_section_archives_its_class_and_brings_it_back_with_everything_in_it() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var ben = house.signIn(district, district.student("Ben", "Ito"));
    var section = district.section("Algebra", ada.cleverId(), List.of(ben.cleverId()));
    house.imports(ada);
    var before = Shown.in(house, district, section);

    district.unshare("sections", section);
    var archived = house.syncs(ada);

    assertThat(archived.lines()).extracting(SyncLine::outcome).containsExactly(Outcome.ARCHIVED);
    assertThat(Shown.in(house, district, section).inUse()).isFalse();
    assertThat(Shown.in(house, district, section).students()).isEqualTo(before.students());
    assertThat(house.lists.attendedBy(ben.id())).isEmpty();

    district.share("sections", section);
    var restored = house.syncs(ada);

    assertThat(restored.lines()).extracting(SyncLine::outcome).containsExactly(Outcome.RESTORED);
    assertThat(Shown.in(house, district, section)).isEqualTo(before);
    assertThat(house.lists.attendedBy(ben.id())).hasSize(1);
  }

  @Test
  void L7_who_leaves_is_taken_off_and_who_returns_has_the_same_seat_again() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var ben = district.student("Ben", "Ito");
    var section = district.section("Algebra", ada.cleverId(), List.of(ben));
    house.imports(ada);
    var seat = "select since::text from seat where district_id = :district order by person_id";
    var before = house.rows(district.id(), seat);

    district.enrol(section, List.of());
    var left = house.syncs(ada);
    assertThat(left.lines().getFirst().departed()).containsExactly("Ben Ito");
    assertThat(Shown.in(house, district, section).students()).isEmpty();
    assertThat(house.rows(district.id(), seat)).isEqualTo(before);

    district.enrol(section, List.of(ben));
    var back = house.syncs(ada);
    assertThat(back.lines().getFirst().joined()).containsExactly("Ben Ito");
    assertThat(Shown.in(house, district, section).students()).containsExactly(ben);
    assertThat(house.rows(district.id(), seat)).isEqualTo(before);
  }

  @Test
  void L8_who_moves_to_another_class_is_the_same_person_there() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var ben = house.signIn(district, district.student("Ben", "Ito"));
    var algebra = district.section("Algebra", ada.cleverId(), List.of(ben.cleverId()));
    var biology = district.section("Biology", ada.cleverId(), List.of());
    house.imports(ada);

    district.enrol(algebra, List.of());
    district.enrol(biology, List.of(ben.cleverId()));
    house.syncs(ada);

    assertThat(Shown.in(house, district, algebra).students()).isEmpty();
    assertThat(house.lists.attendedBy(ben.id()))
        .extracting(LearningClass::name)
        .containsExactly("Biology");
    assertThat(house.people.known(district.id(), ben.cleverId())).contains(ben);
  }

  @Test
  void L9_students_see_the_classes_they_are_on_now_and_only_those() {
    var district = house.district();
    var ada = house.signIn(district, district.teacher("Ada", "Wong"));
    var ben = house.signIn(district, district.student("Ben", "Ito"));
    var algebra = district.section("Algebra", ada.cleverId(), List.of(ben.cleverId()));
    district.section("Biology", ada.cleverId(), List.of());
    house.imports(ada);
    var byHand = house.classes.make(ada, "Chess");
    assertThat(house.classes.join(ben, byHand.joinCode().orElseThrow()))
        .isInstanceOf(Joining.Joined.class);
    assertThat(house.lists.attendedBy(ben.id()))
        .extracting(LearningClass::name)
        .containsExactly("Algebra", "Chess");

    district.enrol(algebra, List.of());
    house.syncs(ada);
    house.classes.archive(ada, byHand.id());

    assertThat(house.lists.attendedBy(ben.id())).isEmpty();
    assertThat(house.classes.isOn(ben.id(), byHand.id())).isFalse();
  }
}
