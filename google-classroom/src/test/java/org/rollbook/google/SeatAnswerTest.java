package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.Answer.AlreadySo;
import org.rollbook.sync.target.Answer.Done;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.PassingFailure;
import org.rollbook.sync.target.TargetClassId;
import org.rollbook.sync.target.TargetUnavailable;

/** What Google answers to the change of one seat, where only a script can make it. */
class SeatAnswerTest {
  private static final ClassAddress CLASS =
      new ClassAddress("section-1", Optional.of(new TargetClassId("77")));
  private static final AccountId LENA = new AccountId("1001");
  private static final String ADDED = "{\"userId\":\"1001\"}";

  private final ScriptedGoogle google = new ScriptedGoogle();
  private final TestGate gate = new TestGate();

  @AfterEach
  void stop() {
    google.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error':{'code':409,'message':'The operation was aborted.','status':'ABORTED'}}",
        "{'error':{'code':409,'message':'@Contention Try again.','status':'ABORTED'}}",
        "{'error':{'code':409,'message':'Aborted','errors':[{'reason':'aborted'}]}}"
      })
  void G9_an_add_that_google_aborted_is_made_again(String aborted) throws Exception {
    google.then(409, aborted.replace('\'', '"')).then(200, ADDED);
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(Done.class);
    assertThat(gate.failures())
        .extracting(PassingFailure::mayHaveTakenEffect)
        .containsExactly(false);
  }

  @Test
  void G9_whom_a_person_added_while_google_aborted_our_add_was_there_already() throws Exception {
    google.thenError(409, "ABORTED", "The operation was aborted.");
    google.thenError(409, "ALREADY_EXISTS", "Requested entity already exists");
    assertThat(perform(Operations.addStudent(LENA))).isInstanceOf(AlreadySo.class);
  }

  @Test
  void R4_an_add_that_google_goes_on_aborting_gets_no_answer() {
    for (int i = 0; i < 6; i++) {
      google.thenError(409, "ABORTED", "The operation was aborted.");
    }
    assertThatThrownBy(() -> perform(Operations.addStudent(LENA)))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining("The operation was aborted.");
  }

  private Answer perform(Operation operation) throws TargetUnavailable, InterruptedException {
    try (var target = google.target(gate)) {
      return target.perform(CLASS, operation, Optional.empty());
    }
  }
}
