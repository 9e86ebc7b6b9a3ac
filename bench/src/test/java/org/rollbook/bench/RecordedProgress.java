package org.rollbook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What a person would have seen of a bench. */
final class RecordedProgress implements BenchProgress {
  private final List<String> begun = new ArrayList<>();
  private long missing;

  @Override
  public void begin(String what, long count) {
    assertThat(missing).as("before " + what + ", of " + begun).isZero();
    begun.add(what);
    missing = count;
  }

  @Override
  public void advance(long more) {
    missing -= more;
  }

  /** Everything that takes long was told of, and went on to its end. */
  void expectAllTold() {
    assertThat(missing).as(begun.getLast()).isZero();
    assertThat(begun)
        .containsExactly(
            "deliveries of 300 students to make",
            "first imports, beside raw COPY and a plain parse",
            "unchanged imports",
            "imports of the same rows in other bytes",
            "first plan",
            "operations of the first run",
            "unchanged plans",
            "imports of 1 % of changes, with their plans",
            "first publication",
            "publications of 1 % of changes, after their imports",
            "publications of nothing",
            "users over HTTP, beside a plain read",
            "sections over HTTP, beside a plain read",
            "first and last pages");
  }
}
