package org.rollbook.web.proxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address counts: the first, seen from us, who is no proxy of ours. */
final class TrustedProxiesTest {
  private static TrustedProxies trusting(ForwardingHeader header, String... networks) {
    return new TrustedProxies(Stream.of(networks).map(Network::of).toList(), header);
  }

  private final TrustedProxies list =
      trusting(ForwardingHeader.X_FORWARDED_FOR, "10.0.0.0/8", "fd00::/8");
  private final TrustedProxies standard = trusting(ForwardingHeader.FORWARDED, "10.0.0.0/8");

  @Test
  void a_header_from_anybody_else_is_not_believed() {
    assertThat(list.caller("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
    assertThat(list.caller("11.0.0.1", List.of("198.51.100.1"))).isEqualTo("11.0.0.1");
    assertThat(TrustedProxies.NONE.caller("10.0.0.1", List.of("198.51.100.1")))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void the_rightmost_who_is_no_proxy_of_ours_is_the_caller_whatever_is_claimed_left_of_it() {
    assertThat(list.caller("10.0.0.1", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
    assertThat(list.caller("10.0.0.1", List.of("1.1.1.1, 10.9.9.9,198.51.100.1, 10.0.0.7")))
        .isEqualTo("198.51.100.1");
    assertThat(list.caller("10.0.0.1", List.of("1.1.1.1", "198.51.100.1, 10.0.0.7")))
        .isEqualTo("198.51.100.1");
    assertThat(list.caller("fd00:0:0:0:0:0:0:1", List.of("2001:db8::5")))
        .isEqualTo("2001:db8:0:0:0:0:0:5");
  }

  @Test
  void without_a_header_the_proxy_itself_is_the_caller() {
    assertThat(list.caller("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    assertThat(list.caller("10.0.0.1", List.of("10.0.0.3, 10.0.0.2"))).isEqualTo("10.0.0.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "localhost", "example.org", "1.2.3.4.5", "<script>", ","})
  void what_is_no_address_ends_the_way_at_the_last_proxy(String forged) {
    assertThat(list.caller("10.0.0.1", List.of("6.6.6.6, " + forged))).isEqualTo("10.0.0.1");
    assertThat(list.caller("10.0.0.1", List.of(forged + ", 10.0.0.2"))).isEqualTo("10.0.0.2");
  }

  @Test
  void ports_are_left_off() {
    assertThat(list.caller("10.0.0.1", List.of("198.51.100.1:4711"))).isEqualTo("198.51.100.1");
    assertThat(list.caller("10.0.0.1", List.of("[2001:db8::5]:4711")))
        .isEqualTo("2001:db8:0:0:0:0:0:5");
  }

  @Test
  void the_standard_header_is_read_where_it_is_the_one() {
    assertThat(
            standard.caller(
                "10.0.0.1",
                List.of("for=6.6.6.6, For=\"198.51.100.1:80\";proto=https, for=10.0.0.9;by=_x")))
        .isEqualTo("198.51.100.1");
    assertThat(standard.caller("10.0.0.1", List.of("for=_hidden"))).isEqualTo("10.0.0.1");
    assertThat(standard.caller("10.0.0.1", List.of("proto=https"))).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "proxy.example.org", "", "/8"})
  void what_is_no_network_is_refused(String text) {
    assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
