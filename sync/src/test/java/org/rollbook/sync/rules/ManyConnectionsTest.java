package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.quota.Quota;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.SlowListing;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** One process keeps many connections in step at the same time. */
@ExtendWith(TestDatabase.class)
final class ManyConnectionsTest {
  private static final int MANY = 20;

  /** How many connections a process works on at once. */
  private static final int AT_ONCE = 4;

  @Test
  void many_connections_at_once_do_not_wait_for_each_others_database_connections(Database database)
      throws InterruptedException, ExecutionException {
    try (var world = new World(database, new ModelClassroom())) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
      world.accountsForAll().deliver();
      var sync = world.classSync(withQuota(world.classroom().targets()));
      var runs = new ArrayList<Future<RunReport>>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < MANY; i++) {
          var connection = world.connect();
          Callable<RunReport> run = () -> sync.sync(connection, RunProgress.NONE);
          runs.add(threads.submit(run));
        }
      }
      for (var run : runs) {
        assertThat(run.get().status()).isIn(RunStatus.DONE, RunStatus.UNCHANGED);
      }
      assertThat(world.classCalled("Algebra").students()).hasSize(2);
    }
  }

  @Test
  void R2_limits_that_are_set_while_a_sync_waits_for_its_turn_hold_its_plan(Database database)
      throws Exception {
    try (var world = new World(database, new ModelClassroom())) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo", "dora");
      world.accountsForAll().sync();
      var mine = world.connection();
      world.sis().section("algebra").without("ben");
      world.deliver();
      var slow = new SlowListing(world.classroom().targets(), AT_ONCE);
      var sync = world.classSync(slow);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int other = 0; other < AT_ONCE; other++) {
          var connection = world.connect();
          var _ = threads.submit(() -> sync.sync(connection, RunProgress.NONE));
        }
        slow.awaitListing();
        var waiting = new FutureTask<>(() -> sync.sync(mine, RunProgress.NONE));
        awaitTurn(Thread.ofPlatform().start(waiting));
        world.limit(mine, new PlanLimits(0.1, 1, 0.1, 1, 0.1, 1));
        slow.goOn();
        assertThat(waiting.get().status()).isEqualTo(RunStatus.HELD);
      }
      assertThat(world.classCalled("Algebra").students()).hasSize(3);
    }
  }

  /** A thread that asks the database is runnable; one that waits for its turn is not. */
  private static void awaitTurn(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  /** With a {@link Quota}, every call needs a database connection beside those that are held. */
  private static Targets withQuota(Targets inner) {
    return new Targets() {
      @Override
      public Map<String, Integer> quotas(TargetConnection connection, String credentials) {
        return Map.of("many connections", 60_000);
      }

      @Override
      public Target open(TargetConnection connection, String credentials, CallGate gate) {
        return inner.open(connection, credentials, gate);
      }
    };
  }
}
