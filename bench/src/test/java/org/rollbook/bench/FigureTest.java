package org.rollbook.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FigureTest {
  private static Figure figure(String name, Double... rounds) {
    return new Figure(name, Rounds.median(List.of(rounds)), 0, List.of(rounds), 1, 1, "", 0);
  }

  @Test
  void a_machine_that_turns_slow_is_slow_for_the_bound_too() {
    Figure copy = figure(Figure.COPY, 1.0, 1.0, 1.0, 2.0, 2.0);
    Figure imports = figure(Figure.FIRST_IMPORT, 1.5, 1.5, 3.0, 3.0, 3.0);

    assertThat(imports.inTurnsWith(copy).ratio()).isEqualTo(1.5);
    assertThat(imports.against(copy).ratio()).isEqualTo(3);
  }

  @Test
  void only_what_was_measured_in_turns_is_compared_so() {
    Figure copy = figure(Figure.COPY, 1.0);
    Figure imports = figure(Figure.FIRST_IMPORT, 1.5, 1.5);

    assertThatThrownBy(() -> imports.inTurnsWith(copy)).hasMessageContaining("2 rounds");
  }
}
