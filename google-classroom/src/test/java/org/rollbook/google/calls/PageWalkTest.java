package org.rollbook.google.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rollbook.sync.target.TargetUnavailable;

class PageWalkTest {
  @Test
  void R7_every_page_is_read_once_until_none_is_named() throws Exception {
    var walk = new PageWalk("accounts", 3);
    assertThat(walk.token()).isEmpty();
    assertThat(walk.goesOn("b")).isTrue();
    assertThat(walk.token()).isEqualTo("b");
    assertThat(walk.goesOn("c")).isTrue();
    assertThat(walk.goesOn(null)).isFalse();
    assertThat(new PageWalk("accounts", 3).goesOn("")).isFalse();
  }

  @Test
  void R4_a_list_that_leads_back_to_an_earlier_page_is_left() throws Exception {
    var walk = new PageWalk("accounts", 100);
    walk.goesOn("b");
    walk.goesOn("c");
    assertThatThrownBy(() -> walk.goesOn("b"))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining("accounts")
        .hasMessageContaining("page 3 leads back");
  }

  @Test
  void R4_a_list_that_goes_on_and_on_is_left() throws Exception {
    var walk = new PageWalk("accounts", 3);
    walk.goesOn("b");
    walk.goesOn("c");
    assertThatThrownBy(() -> walk.goesOn("d"))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageContaining("more than 3 pages");
  }
}
