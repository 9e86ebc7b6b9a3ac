package org.rollbook.learn.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.database.TestDatabases;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.Profile;

/** Classes made by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassesTest {
  private static final DistrictId DISTRICT = new DistrictId("d1");
  private final LearnDatabase database = TestDatabases.open();
  private final People people = new People(database);
  private final Classes classes = new Classes(database, new Random(7));
  private final ClassLists lists = new ClassLists(database);

  @AfterAll
  void stop() {
    database.close();
  }

  private Person person(DistrictId district, String id, boolean teaches) {
    people.ensure(district, "");
    return people.provision(
        district, new Profile(id, teaches, !teaches, id, "Test", Optional.empty()));
  }

  @Test
  void a_class_made_by_hand_is_renamed_put_away_and_taken_up_by_who_teaches_it_only() {
    var ada = person(DISTRICT, "ada", true);
    var cem = person(DISTRICT, "cem", true);
    var made = classes.make(ada, " Chess ");

    assertThat(made.name()).isEqualTo("Chess");
    assertThat(classes.rename(cem, made.id(), "Mine")).isFalse();
    assertThat(classes.archive(cem, made.id())).isFalse();
    assertThat(classes.rename(ada, made.id(), "Chess 2")).isTrue();
    assertThat(classes.archive(ada, made.id())).isTrue();
    assertThat(lists.taughtBy(ada.id()).archived())
        .singleElement()
        .satisfies(one -> assertThat(one.learningClass().name()).isEqualTo("Chess 2"));
    assertThat(classes.unarchive(ada, made.id())).isTrue();
    assertThat(lists.taughtBy(ada.id()).byHand()).hasSize(1);
  }

  @Test
  void a_code_is_read_as_people_type_it_and_only_in_its_district() {
    var eva = person(DISTRICT, "eva", true);
    var ben = person(DISTRICT, "ben", false);
    var stranger = person(new DistrictId("d2"), "ben", false);
    var made = classes.make(eva, "Go");
    var code = made.joinCode().orElseThrow();
    var typed =
        " " + code.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(4);

    assertThat(classes.join(stranger, typed)).isEqualTo(new Joining.NoSuchClass());
    assertThat(classes.join(ben, typed)).isInstanceOf(Joining.Joined.class);
    assertThat(classes.isOn(ben.id(), made.id())).isTrue();
    assertThat(classes.mayTeach(ben.id(), made.id())).isFalse();
    assertThat(lists.members(made.id()))
        .extracting(ClassMember::role)
        .containsExactly(Role.TEACHER, Role.STUDENT);
  }

  @Test
  void who_guesses_codes_is_slowed_down() {
    var fay = person(DISTRICT, "fay", false);
    for (int number = 0; number < 10; number++) {
      assertThat(classes.join(fay, "WRONG" + number)).isEqualTo(new Joining.NoSuchClass());
    }
    var right = classes.make(person(DISTRICT, "gus", true), "Art").joinCode().orElseThrow();

    assertThat(classes.join(fay, right)).isEqualTo(new Joining.TooManyTries());
    database.jdbc().sql("update wrong_code set since = now() - interval '16 minutes'").update();
    assertThat(classes.join(fay, right)).isInstanceOf(Joining.Joined.class);
  }

  @Test
  void nobody_joins_a_class_that_is_put_away() {
    var ida = person(DISTRICT, "ida", true);
    var made = classes.make(ida, "Old");
    classes.archive(ida, made.id());

    assertThat(classes.join(person(DISTRICT, "jo", false), made.joinCode().orElseThrow()))
        .isEqualTo(new Joining.NoSuchClass());
  }
}
