package org.rollbook.hub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionTest {
  @Test
  void R2_ofManyLimitsThatAPlanGoesBeyondTheFirstAreShown() {
    var all =
        IntStream.range(0, 42)
            .mapToObj(i -> new Status.Hold("a class would lose too many", i, 100))
            .toList();
    var decision = new Decision("Run r1 is held", "", all, List.of());
    assertThat(decision.shownHolds()).isEqualTo(all.subList(0, 20));
    assertThat(decision.moreHolds()).isEqualTo(22);
    var few = new Decision("Run r1 is held", "", all.subList(0, 3), List.of());
    assertThat(few.shownHolds()).hasSize(3);
    assertThat(few.moreHolds()).isZero();
  }
}
