package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.emulator.FaultKind;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.ClassFound;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.Answer.Refused;
import org.rollbook.sync.target.ClassAddress;

class ClassCreationTest {
  private static final ClassAddress NEW = new ClassAddress("5a/1 b", Optional.empty());

  private TestSchool school;
  private AccountId owner;

  @BeforeEach
  void open() throws Exception {
    school = new TestSchool();
    owner = school.person("kraus");
    school.count();
  }

  @AfterEach
  void close() {
    school.close();
  }

  private Answer create() throws Exception {
    return school.perform(NEW, Operations.create("Algebra, Kraus, 1", owner));
  }

  /** After an attempt that was begun at {@code since} and never answered. */
  private Answer createAgain(Instant since) throws Exception {
    return school
        .target()
        .perform(NEW, Operations.create("Algebra, Kraus, 1", owner), Optional.of(since));
  }

  @Test
  void G4_a_class_is_offered_to_its_owner_under_our_alias() throws Exception {
    var made = ((Done) create()).made();
    school.assertCalls(0, 1);

    var seen = school.seen(NEW);
    assertThat(made).isPresent();
    assertThat(seen.name()).isEqualTo("Algebra, Kraus, 1");
    assertThat(seen.owner()).isEqualTo(owner);
    assertThat(seen.state()).isEqualTo(ClassState.OFFERED);
    assertThat(seen.seats().orElseThrow()).containsOnly(java.util.Map.entry(owner, Seat.TEACHER));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST_REPLY", "ERROR_AFTER_EFFECT"})
  void G12_a_class_that_was_made_without_our_hearing_of_it_is_made_once(FaultKind kind)
      throws Exception {
    school.fail("courses.create", kind, 1);
    var made = ((Done) create()).made();
    school.setFaults(org.rollbook.emulator.Faults.none());

    assertThat(made).isPresent();
    assertThat(school.calls().of("courses.create")).isEqualTo(2);
    assertThat(((Done) createAgain(Instant.now())).made()).isEqualTo(made);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTERNAL", "UNAVAILABLE", "TOO_MANY_REQUESTS", "LOST_REQUEST"})
  void G12_a_class_that_was_not_made_is_made_at_the_next_attempt(FaultKind kind) throws Exception {
    school.fail("courses.create", kind, 2);
    assertThat(create()).isInstanceOf(Done.class);
    assertThat(school.calls().of("courses.create")).isEqualTo(3);
  }

  @Test
  void G12_a_class_of_an_earlier_run_is_found_with_its_seats() throws Exception {
    var pupil = school.person("lena");
    var before = school.offered("5a/1 b", "Named before", owner);
    school.add(before, "students", pupil);

    assertThat(create())
        .isInstanceOfSatisfying(
            ClassFound.class,
            found -> {
              assertThat(Optional.of(found.id())).isEqualTo(before.id());
              assertThat(found.seen().name()).isEqualTo("Named before");
              assertThat(found.seen().seats().orElseThrow())
                  .containsEntry(owner, Seat.TEACHER)
                  .containsEntry(pupil, Seat.STUDENT);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACTIVE", "DECLINED"})
  void G12_a_class_that_was_accepted_or_declined_since_our_attempt_is_ours(String state)
      throws Exception {
    var attempt = Instant.now();
    var made = school.offered("5a/1 b", "Algebra, Kraus, 1", owner);
    school.set(made, "courseState", state);
    assertThat(createAgain(attempt)).isEqualTo(new Done(made.id()));
  }

  @Test
  void G12_a_class_that_was_given_to_another_owner_since_our_attempt_is_ours() throws Exception {
    var attempt = Instant.now();
    var made = school.offered("5a/1 b", "Algebra, Kraus, 1", school.person("berg"));
    assertThat(createAgain(attempt)).isEqualTo(new Done(made.id()));
  }

  @Test
  void G12_a_class_older_than_our_attempt_is_that_of_a_former_installation() throws Exception {
    school.accepted("5a/1 b", "Algebra, Kraus, 1", owner);
    assertThat(createAgain(Instant.now().plus(Duration.ofHours(1))))
        .isInstanceOfSatisfying(
            ClassFound.class,
            found -> assertThat(found.seen().state()).isEqualTo(ClassState.ACTIVE));
  }

  @Test
  void R4_a_name_with_a_web_address_is_refused_with_advice() throws Exception {
    var answer = school.perform(NEW, Operations.create("Homework at www.school.example", owner));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("CourseTitleCannotContainUrl"));
  }

  @Test
  void G4_an_owner_whose_account_is_unknown_is_refused() throws Exception {
    var answer = school.perform(NEW, Operations.create("Algebra", new AccountId("999999")));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.advice()).contains("this account"));
  }

  @Test
  void G4_an_owner_who_is_suspended_is_refused() throws Exception {
    school.suspend("kraus");
    assertThat(create())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.advice()).contains("suspended"));
  }
}
