package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.core.harness.Samples.baseline;
import static org.rollbook.core.harness.Samples.in;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.Operation.RestoreClass;

class ReconcileRecordsTest {
  @Test
  void a_class_is_ended_exactly_when_it_cannot_be_changed_and_we_never_deleted_it() {
    for (var state : ClassState.values()) {
      for (var ended : Ended.values()) {
        boolean inUse = state == ClassState.OFFERED || state == ClassState.ACTIVE;
        boolean sound =
            inUse
                ? ended == Ended.NOT
                : ended == Ended.BY_HAND || (ended == Ended.BY_US && state != ClassState.DELETED);
        if (sound) {
          assertThat(in(baseline("o", Map.of()), state, ended).state()).isEqualTo(state);
        } else {
          assertThatThrownBy(() -> in(baseline("o", Map.of()), state, ended))
              .as("%s ended %s", state, ended)
              .isInstanceOf(IllegalArgumentException.class);
        }
      }
    }
  }

  @Test
  void an_empty_seat_was_put_there_by_nobody() {
    assertThatThrownBy(() -> new SeatAgreement(Seat.STUDENT, Seat.NONE, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_account_has_an_id() {
    assertThatThrownBy(() -> new AccountId(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void only_what_was_put_away_can_be_restored() {
    for (var state : ClassState.values()) {
      if (state == ClassState.ARCHIVED || state == ClassState.DECLINED) {
        assertThat(new RestoreClass(state, Reason.SECTION_RETURNED).to().modifiable()).isTrue();
      } else {
        assertThatThrownBy(() -> new RestoreClass(state, Reason.SECTION_RETURNED))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void a_baseline_does_not_change_afterwards() {
    var baseline = baseline("o", Map.of());
    assertThatThrownBy(() -> baseline.seats().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
