package org.rollbook.hub.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.connections.TargetConnection;

/** R4: which quotas the calls of a connection to Google count against. */
class KnownTargetsTest {
  private static final String KEY = "{\"project_id\": \"rollbook-springfield\"}";

  private static TargetConnection connection(String id, String administrator, int... calls) {
    return new TargetConnection(
        ConnectionId.parse(id),
        1,
        "springfield",
        KnownTargets.GOOGLE_CLASSROOM,
        administrator,
        Optional.empty(),
        Policy.COOPERATIVE,
        Duration.ofDays(7),
        calls.length == 0 ? Optional.empty() : Optional.of(calls[0]),
        PlanLimits.USUAL);
  }

  private static Map<String, Integer> quotas(TargetConnection connection) {
    return new KnownTargets().quotas(connection, KEY);
  }

  private static Set<Integer> shared(TargetConnection one, TargetConnection other) {
    var limits = new TreeSet<Integer>();
    quotas(one)
        .forEach((counted, limit) -> {
          if (quotas(other).containsKey(counted)) {
            limits.add(limit);
          }
        });
    return limits;
  }

  @Test
  void R4_a_connection_counts_against_the_projects_and_its_administrators_quota() {
    assertThat(quotas(connection("c1", "ada@d.example")).values())
        .containsExactlyInAnyOrder(3_000, 1_200);
  }

  @Test
  void R4_a_connections_own_limit_holds_besides_these_also_one_above_them() {
    assertThat(quotas(connection("c1", "ada@d.example", 100)).values())
        .containsExactlyInAnyOrder(3_000, 1_200, 100);
    assertThat(quotas(connection("c1", "ada@d.example", 9_000)).values())
        .containsExactlyInAnyOrder(3_000, 1_200, 9_000);
  }

  @Test
  void R4_connections_of_one_project_share_its_quota_whatever_each_allows_itself() {
    var one = connection("c1", "ada@d.example", 100);
    assertThat(shared(one, connection("c2", "ada@d.example", 200))).containsExactly(1_200, 3_000);
    assertThat(shared(one, connection("c2", "ada@d.example"))).containsExactly(1_200, 3_000);
    assertThat(shared(one, connection("c2", "bob@d.example", 100))).containsExactly(3_000);
  }
}
