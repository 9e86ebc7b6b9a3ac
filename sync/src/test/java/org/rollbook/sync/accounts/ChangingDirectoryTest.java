package org.rollbook.sync.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.testing.ListedAs;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.SlowListing;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;

/** G2, G3: a directory that changes while its pages are read. */
@ExtendWith(TestDatabase.class)
final class ChangingDirectoryTest {
  private static final String MOVED = "ben.moved@school.example";
  private static final String BENS = "account.of.ben@school.example";

  private final Database database;
  private World world;

  ChangingDirectoryTest(Database database) {
    this.database = database;
  }

  /** Ben's address of the roster is another one of an account that is his alone. */
  @BeforeEach
  void begin() {
    world = new World(database, new ModelClassroom());
    world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo", "dora");
    world.sis().email("ben", MOVED);
    world.classroom().makeAccount(BENS, MOVED);
    List.of("ada", "cleo", "dora").forEach(id -> world.classroom().makeAccount(Sis.email(id)));
    world.deliver();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private Targets listedTwice() {
    return new ListedAs(
        world.classroom().targets(),
        accounts -> {
          var twice = new ArrayList<>(accounts);
          accounts.forEach(a -> twice.add(new Account(a.id(), a.email(), a.aliases(), false)));
          return twice;
        });
  }

  /** Dora's account was shown before the address went over from it to Ben's. */
  private Targets stillAtDoras() {
    return new ListedAs(
        world.classroom().targets(),
        accounts ->
            accounts.stream()
                .map(a ->
                    a.email().equals(Sis.email("dora"))
                        ? new Account(a.id(), a.email(), List.of(MOVED), false)
                        : a)
                .toList());
  }

  private SortedSet<String> students() {
    return world.classCalled("Algebra").students();
  }

  private List<String> waiting() {
    return database
        .jdbc()
        .sql(
            """
            select p.source_id || ' ' || m.reason from account_match m
            join shared_person p on p.district_id = m.district_id and p.person_id = m.person_id
            where m.connection_id = :connection and m.reason is not null order by 1
            """)
        .param("connection", world.connection().number())
        .query(String.class)
        .list();
  }

  @Test
  void G2_an_account_that_is_listed_twice_is_one() {
    assertThat(world.sync(listedTwice()).waiting()).hasValue(0);
    assertThat(students()).containsExactly(BENS, Sis.email("cleo"), Sis.email("dora"));
  }

  @Test
  void G3_an_account_that_is_suspended_while_it_is_listed_is_suspended() {
    world.classroom().suspend(Sis.email("cleo"));
    assertThat(world.sync(listedTwice()).waiting()).hasValue(1);
    assertThat(waiting()).containsExactly("cleo SUSPENDED");
  }

  @Test
  void G2_an_address_that_two_accounts_are_listed_with_is_nobodys_until_it_is_asked_for_again() {
    assertThat(world.sync(stillAtDoras()).waiting()).hasValue(2);
    assertThat(waiting()).containsExactly("ben SEVERAL_ACCOUNTS", "dora SHARED_EMAIL");
    assertThat(students()).containsExactly(Sis.email("cleo"));
    assertThat(world.syncOnly().waiting()).hasValue(0);
    assertThat(students()).containsExactly(BENS, Sis.email("cleo"), Sis.email("dora"));
  }

  @Test
  void G3_an_address_that_two_accounts_are_listed_with_throws_nobody_out() {
    world.syncOnly();
    world.days(2);
    assertThat(world.sync(stillAtDoras()).waiting()).hasValue(2);
    assertThat(students()).containsExactly(BENS, Sis.email("cleo"), Sis.email("dora"));
    assertThat(world.syncOnly().writes()).isZero();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void G2_what_was_read_before_somebody_else_matched_is_read_again() throws Exception {
    world.syncOnly();
    world.days(2);
    world.sis().section("algebra").with("eve");
    world.deliver();
    var slow = new SlowListing(world.classroom().targets());
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<RunReport> first =
          threads.submit(() -> world.classSync(slow).plan(world.connection(), RunProgress.NONE));
      try {
        slow.awaitListing();
        world.classroom().makeAccount(Sis.email("eve"));
        assertThat(world.plan().waiting()).hasValue(0);
      } finally {
        slow.goOn();
      }
      assertThat(first.get(30, TimeUnit.SECONDS).waiting()).hasValue(0);
      assertThat(waiting()).isEmpty();
    }
  }
}
