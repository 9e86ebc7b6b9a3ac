package org.rollbook.sync.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.database.DatabaseSettings;
import org.rollbook.sync.SyncTables;
import org.rollbook.sync.testing.TestDatabase;

/** R4: a quota holds for all who have it together, in whichever process they are. */
@ExtendWith(TestDatabase.class)
final class SharedQuotaTest {
  /** Twenty at once, and then 19.3 in a second. */
  private static final int PER_MINUTE = 1_200;

  private static final int CALLS_EACH = 35;

  /** What 70 calls take less the first twenty; two who each had the quota took a third of it. */
  private static final Duration AT_LEAST = Duration.ofMillis(2_500);

  private final DatabaseSettings.External place;

  SharedQuotaTest(Database database) {
    this.place = database.sibling("quotas").orElseThrow();
  }

  /** A node has a pool of connections of its own, as another process does. */
  private Database node() {
    return Database.open(place, List.of(SyncTables.MIGRATIONS));
  }

  private static Duration timeOf(List<Quota> clients)
      throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    var all = new ArrayList<Future<Integer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Quota client : clients) {
        Callable<Integer> calls =
            () -> {
              for (int call = 0; call < CALLS_EACH; call++) {
                client.take();
              }
              return CALLS_EACH;
            };
        all.add(threads.submit(calls));
      }
    }
    for (var client : all) {
      assertThat(client.get()).isEqualTo(CALLS_EACH);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Test
  void R4_two_nodes_keep_to_one_projects_quota_together()
      throws InterruptedException, ExecutionException {
    var project = Map.of("a project of two nodes", PER_MINUTE);
    try (var one = node();
        var other = node()) {
      assertThat(
              timeOf(
                  List.of(
                      SharedQuota.of(one.dataSource(), project),
                      SharedQuota.of(other.dataSource(), project))))
          .isGreaterThan(AT_LEAST);
    }
  }

  @Test
  void R4_connections_with_limits_of_their_own_keep_to_their_projects_quota_together()
      throws InterruptedException, ExecutionException {
    try (var node = node()) {
      assertThat(
              timeOf(
                  List.of(
                      SharedQuota.of(
                          node.dataSource(), Map.of("a project", PER_MINUTE, "c1", 6_000)),
                      SharedQuota.of(
                          node.dataSource(), Map.of("a project", PER_MINUTE, "c2", 60_000)))))
          .isGreaterThan(AT_LEAST);
    }
  }

  @Test
  void R4_of_two_limits_the_smaller_one_holds() throws InterruptedException, ExecutionException {
    try (var node = node()) {
      var quota =
          SharedQuota.of(node.dataSource(), Map.of("a large project", 60_000, "c3", PER_MINUTE));
      assertThat(timeOf(List.of(quota, quota))).isGreaterThan(AT_LEAST);
    }
  }
}
