package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.runs.RunStatus;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** R3 when somebody stops a run on purpose: it ends by itself, and says where it stands. */
@ExtendWith(TestDatabase.class)
final class StoppedRunTest {
  private static final int MANY_CLASSES = 100;

  @Test
  void R3_a_stopped_run_answers_with_where_it_stands_and_the_next_goes_on(Database database)
      throws Exception {
    try (var world = new World(database, new ModelClassroom())) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
      world.accountsForAll();
      world.deliver();
      var stopped = world.classSync().sync(world.connection(), stopping(Thread.currentThread()));
      assertThat(stopped.status()).isEqualTo(RunStatus.INCOMPLETE);
      assertThat(stopped.trouble()).startsWith("Interrupted");
      assertThat(Thread.interrupted()).isFalse();

      assertThat(world.syncOnly().run()).isEqualTo(stopped.run());
      assertThat(world.classCalled("Algebra").students()).hasSize(2);
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    }
  }

  @Test
  void R3_a_run_whose_database_sessions_die_says_that_the_next_sync_goes_on(Database database)
      throws Exception {
    try (var world = new World(database, new ModelClassroom())) {
      for (int c = 0; c < MANY_CLASSES; c++) {
        world.sis().section("c" + c).called("Class " + c).taughtBy("ada").with("ben", "cleo");
      }
      world.accountsForAll();
      world.deliver();
      assertThatThrownBy(
              () -> world.classSync().sync(world.connection(), endingAllSessions(database)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the next 'sync' goes on from here");
      // Sessions that were used just now are not looked at before they are used again.
      Thread.sleep(Duration.ofSeconds(1));

      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.DONE);
      assertThat(world.classroom().classes()).hasSize(MANY_CLASSES);
      assertThat(world.syncOnly().status()).isEqualTo(RunStatus.UNCHANGED);
    }
  }

  private static RunProgress endingAllSessions(Database database) {
    var once = new AtomicBoolean();
    return new RunProgress() {
      @Override
      public void step(String says) {}

      @Override
      public void begin(long operations) {}

      @Override
      public void answered(long operations) {
        if (once.compareAndSet(false, true)) {
          database
              .jdbc()
              .sql(
                  """
                  select count(pg_terminate_backend(pid)) from pg_stat_activity
                  where datname = current_database() and pid <> pg_backend_pid()
                  """)
              .query(Long.class)
              .single();
        }
      }
    };
  }

  /** Stops it as soon as something is about to be done. */
  private static RunProgress stopping(Thread run) {
    var once = new AtomicBoolean();
    return new RunProgress() {
      @Override
      public void step(String says) {}

      @Override
      public void begin(long operations) {
        if (operations > 0 && once.compareAndSet(false, true)) {
          run.interrupt();
        }
      }

      @Override
      public void answered(long operations) {}
    };
  }
}
