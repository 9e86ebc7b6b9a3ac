package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.execution.AlreadyRunning;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.RunScope;
import org.rollbook.sync.execution.StalePlan;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.Interrupted;
import org.rollbook.sync.testing.ListedAs;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.SlowListing;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.Waiting;
import org.rollbook.sync.testing.World;

/** R1, R3: two that want to run one connection at once, as two processes on one database do. */
@ExtendWith(TestDatabase.class)
@Timeout(60)
final class OneRunAtOnceTest {
  /** What somebody does while a first run of the world's connection is inside a call. */
  private interface Meanwhile {
    void happens() throws Exception;
  }

  private static RunReport firstRun(World world, Meanwhile meanwhile) throws Exception {
    var waiting = new Waiting(world.classroom().targets());
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<RunReport> first = threads.submit(() -> world.sync(waiting));
      try {
        waiting.awaitCall();
        meanwhile.happens();
      } finally {
        waiting.goOn();
      }
      return first.get(30, TimeUnit.SECONDS);
    }
  }

  private static World algebra(Database database) {
    var world = new World(database, new ModelClassroom());
    world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
    world.accountsForAll().deliver();
    world.connection();
    world.classroom().forgetCalls();
    return world;
  }

  private static void assertOnce(World world, RunReport first) {
    assertThat(world.classroom().calls().writes()).as("a class and two members").isEqualTo(3);
    assertDone(world, first);
  }

  private static void assertDone(World world, RunReport first) {
    assertThat(first.status()).isEqualTo(RunStatus.DONE);
    assertThat(world.classCalled("Algebra").students())
        .containsExactly(Sis.email("ben"), Sis.email("cleo"));
  }

  @Test
  void R3_one_connection_never_has_two_runs_at_once(Database database) throws Exception {
    try (var world = algebra(database)) {
      var first =
          firstRun(
              world,
              () -> {
                var before = world.classroom().calls();
                assertThatThrownBy(world::syncOnly)
                    .isInstanceOf(AlreadyRunning.class)
                    .hasMessageContaining("A run of " + world.connection() + " is under way")
                    .hasMessageContaining("Nothing was started")
                    .hasMessageContaining("try again when it is over");
                assertThat(world.classroom().calls()).isEqualTo(before);
              });
      assertOnce(world, first);
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
      world.sis().section("algebra").with("dora");
      assertThat(world.accountsForAll().sync().status()).isEqualTo(RunStatus.DONE);
    }
  }

  @Test
  void R3_a_plan_is_not_approved_while_another_run_is_under_way(Database database)
      throws Exception {
    try (var world = algebra(database)) {
      var plan = world.plan().run();
      var first =
          firstRun(
              world,
              () ->
                  assertThatThrownBy(
                          () -> world.classSync().approve(plan, RunScope.WHOLE, RunProgress.NONE))
                      .isInstanceOf(AlreadyRunning.class));
      assertOnce(world, first);
    }
  }

  /** By how many days the planning node's clock is behind that of the node that runs. */
  @ParameterizedTest
  @ValueSource(ints = {1, 0, -1})
  void R1_a_plan_made_while_a_run_is_under_way_is_refused_when_that_run_has_ended(
      int days, Database database) throws Exception {
    try (var world = algebra(database)) {
      var made = new ArrayList<RunReport>();
      var first =
          firstRun(
              world,
              () -> {
                made.add(world.plan());
                world.days(days);
              });
      assertOnce(world, first);
      var plan = made.getFirst();
      assertThat(plan.planned()).as("all that the run was just doing").isEqualTo(3);
      assertThat(world.classSync().history().get(plan.run()).status()).isEqualTo(RunStatus.PLANNED);
      assertThatThrownBy(
              () -> world.classSync().approve(plan.run(), RunScope.WHOLE, RunProgress.NONE))
          .isInstanceOf(StalePlan.class)
          .hasMessageContaining("another run has ended");
      assertOnce(world, first);
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    }
  }

  /** As an administrator, a failover or a network does; only the session with the lease. */
  private static void endSession(World world, Database database) {
    var sessions =
        """
        from pg_locks where locktype = 'advisory' and objid = :connection
          and database = (select oid from pg_database where datname = current_database())
        """;
    long connection = world.connection().number();
    database
        .jdbc()
        .sql("select pg_terminate_backend(pid) " + sessions)
        .param("connection", connection)
        .query(Boolean.class)
        .single();
    while (database
            .jdbc()
            .sql("select count(*) " + sessions)
            .param("connection", connection)
            .query(Long.class)
            .single()
        > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void R3_a_run_that_has_lost_its_lease_sends_nothing_more(Database database) throws Exception {
    try (var world = algebra(database)) {
      var second = new ArrayList<RunReport>();
      assertThatThrownBy(() ->
              firstRun(
                  world,
                  () -> {
                    endSession(world, database);
                    second.add(world.syncOnly());
                  }))
          .cause()
          .hasMessageContaining("could not be written, so it stopped");
      assertThat(world.classroom().calls().writes())
          .as("what the first was just sending, and all three")
          .isEqualTo(4);
      assertDone(world, second.getFirst());
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    }
  }

  @Test
  void R3_a_run_that_is_gone_on_with_and_has_lost_its_lease_sends_nothing_at_all(Database database)
      throws Exception {
    try (var world = algebra(database)) {
      world.sis().section("biology").called("Biology").taughtBy("bob").with("dora");
      world.accountsForAll().deliver();
      assertThatThrownBy(() ->
              world.sync(
                  new Interrupted(
                      world.classroom().targets(), 1, Interrupted.Moment.BEFORE_THE_EFFECT)))
          .isInstanceOf(Interrupted.Killed.class);
      world.classroom().forgetCalls();
      var sync = world.classSync();
      assertThatThrownBy(
              () -> sync.sync(world.connection(), new AtBegin(() -> endSession(world, database))))
          .hasMessageContaining("could not be written, so it stopped");
      assertThat(world.classroom().calls().writes()).isZero();
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
      assertThat(world.classroom().calls().writes()).isEqualTo(5);
    }
  }

  /** Something happens when a run begins with its operations. */
  private record AtBegin(Meanwhile meanwhile) implements RunProgress {
    @Override
    public void step(String says) {}

    @Override
    public void begin(long operations) {
      try {
        meanwhile.happens();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void answered(long operations) {}
  }

  @Test
  void R3_a_lease_that_is_lost_at_the_end_changes_no_answer(Database database) throws Exception {
    try (var world = algebra(database)) {
      world.syncOnly();
      world.days(2);
      world.sis().dropSection("algebra");
      world.approveIfHeld(world.deliver());
      // A held plan is the last that a sync writes, without the lease.
      var lost = new ArrayList<String>();
      var held =
          world
              .classSync(
                  new ListedAs(
                      world.classroom().targets(),
                      accounts -> {
                        lost.add("lease");
                        endSession(world, database);
                        return accounts;
                      }))
              .sync(world.connection(), RunProgress.NONE);
      assertThat(lost).isNotEmpty();
      assertThat(held.status()).isEqualTo(RunStatus.HELD);
    }
  }

  @Test
  void R3_a_run_ends_while_somebody_else_reads_the_directory_for_a_plan(Database database)
      throws Exception {
    try (var world = algebra(database);
        var threads = Executors.newSingleThreadExecutor()) {
      world.syncOnly();
      world.sis().section("algebra").with("dora");
      world.accountsForAll().deliver();
      var slow = new SlowListing(world.classroom().targets());
      var planning = new ArrayList<Future<RunReport>>();
      try {
        var run =
            firstRun(
                world,
                () -> {
                  world.days(2);
                  var sync = world.classSync(slow);
                  planning.add(
                      threads.submit(() -> sync.plan(world.connection(), RunProgress.NONE)));
                  slow.awaitListing();
                });
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
      } finally {
        slow.goOn();
      }
      assertThat(planning.getFirst().get(30, TimeUnit.SECONDS).planned()).isZero();
    }
  }

  @Test
  void R3_other_connections_run_meanwhile(Database database) throws Exception {
    try (var world = algebra(database);
        var other = algebra(database)) {
      var first =
          firstRun(world, () -> assertThat(other.syncOnly().status()).isEqualTo(RunStatus.DONE));
      assertOnce(world, first);
    }
  }
}
