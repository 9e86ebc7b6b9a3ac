package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.sharing.Registered;
import org.rollbook.sources.cleverapi.CleverApi;

/** Lists are read to their end while what they list changes. */
@ExtendWith(CleverHouse.Open.class)
final class WholeWalkTest {
  /**
   * As many as a district has; {@code -Dtest.arguments=-Drollbook.students=100000} for a large one.
   */
  private static final int STUDENTS = Integer.getInteger("rollbook.students", 2_500);

  /** A walk takes some eighty pages whatever the size. */
  private static final int PAGE = STUDENTS / 60;

  private static final String USERS = "4, 5, 6";
  private static final String SECTIONS = "7";

  private final CleverHouse house;
  private final GeneratedDays days;
  private final Registered registered;
  private final ApiClient app;

  WholeWalkTest(CleverHouse house) {
    this.house = house;
    this.days = new GeneratedDays(house, STUDENTS, 41);
    this.registered = house.newApp();
    this.app = house.share(registered, days.key(), GeneratedDays.everythingBut());
  }

  /** Takes ids one by one. */
  private interface Taker {
    void take(String id) throws IOException;
  }

  private interface Walk {
    void read(Taker taker) throws IOException;
  }

  @Test
  void H2_pages_read_while_snapshots_are_applied_hold_every_record_once() throws Exception {
    CleverApi client = house.ourClient(app, PAGE);
    Walk users = taker -> client.users().forEach(user -> taker.take(user.id()));
    Walk sections = taker -> client.sections().forEach(section -> taker.take(section.id()));
    holdsEveryRecordOnce(users, USERS, days::nextDay);
    holdsEveryRecordOnce(sections, SECTIONS, days::nextDay);
    holdsEveryRecordOnce(users, USERS, () -> share(days.withoutTheLastSchool()));
    holdsEveryRecordOnce(sections, SECTIONS, () -> share(GeneratedDays.everythingBut()));
    // Our client forgives a page that repeats the one before; this one does not.
    holdsEveryRecordOnce(this::pageByPage, USERS, days::nextDay);
    holdsEveryRecordOnce(this::pageByPage, USERS, () -> share(days.withoutTheLastSchool()));
    holdsEveryRecordOnce(
        this::pageByPage, USERS, () -> share(GeneratedDays.everythingBut(SharedField.STUDENT_DOB)));
  }

  private void pageByPage(Taker taker) throws IOException {
    for (var next = Optional.of("/v3.1/users?limit=" + PAGE); next.isPresent(); ) {
      ApiClient.Answer page = app.get(next.get());
      for (String id : page.ids()) {
        taker.take(id);
      }
      next = page.link("next");
    }
  }

  private void share(Share share) {
    house.share(registered, days.key(), share);
  }

  /** The change begins after some pages, and has happened before the last quarter is read. */
  private void holdsEveryRecordOnce(Walk walk, String kinds, Runnable change) throws Exception {
    Set<String> before = members(kinds);
    long lastEvent = lastEvent();
    List<String> read = new ArrayList<>();
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      List<Future<?>> changes = new ArrayList<>();
      walk.read(id -> {
        read.add(id);
        if (read.size() == 2 * PAGE) {
          changes.add(writer.submit(change));
        }
        if (read.size() == before.size() * 3 / 4) {
          await(changes.getFirst());
        }
      });
      assertThat(changes).hasSize(1).allMatch(Future::isDone);
    }
    Set<String> after = members(kinds);
    assertThat(lastEvent()).as("the change is one").isGreaterThan(lastEvent);
    assertThat(read).doesNotHaveDuplicates();
    var all = new HashSet<>(read);
    assertThat(before).filteredOn(after::contains).hasSizeGreaterThan(PAGE).allMatch(all::contains);
    assertThat(read).allMatch(id -> before.contains(id) || after.contains(id));
  }

  private static void await(Future<?> change) {
    try {
      Object _ = change.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the app can see at this moment. */
  private Set<String> members(String kinds) {
    return new TreeSet<>(
        house
            .node()
            .database()
            .jdbc()
            .sql(
                """
                select api_id(m.id) from share_member m join district d on d.id = m.district_id
                where d.key = :key and m.app_id = :app and m.kind in (%s)
                """
                    .formatted(kinds))
            .param("key", days.key().value())
            .param("app", registered.app().id().number())
            .query(String.class)
            .list());
  }

  private long lastEvent() {
    return house
        .node()
        .database()
        .jdbc()
        .sql("select max(id) from share_event where app_id = :app")
        .param("app", registered.app().id().number())
        .query(Long.class)
        .single();
  }
}
