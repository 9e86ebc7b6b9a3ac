package org.rollbook.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.PersonId;

/** How many pages a server shows runs to at once. */
class WatchersTest {
  private static final DistrictId DISTRICT = new DistrictId("aaaaaaaaaaaaaaaaaaaaaaaa");
  private static final PersonId ADA = new PersonId(DISTRICT, 1);
  private static final PersonId BO = new PersonId(DISTRICT, 2);
  private static final PersonId CY = new PersonId(DISTRICT, 3);

  private final Watchers watchers = new Watchers(3, 2);

  @Test
  void nobodyTakesThePlacesOfOthers() {
    assertThat(watchers.enter(ADA)).isPresent();
    assertThat(watchers.enter(ADA)).isPresent();
    assertThat(watchers.enter(ADA)).isEmpty();
    assertThat(watchers.enter(BO)).isPresent();
  }

  @Test
  void thereAreNoMoreThanTheServerBearsAndTheOthersGoOn() throws InterruptedException {
    var first = watchers.enter(ADA).orElseThrow();
    assertThat(watchers.enter(ADA)).isPresent();
    assertThat(watchers.enter(BO)).isPresent();

    assertThat(watchers.enter(CY)).isEmpty();
    assertThat(first.next(Duration.ZERO)).isInstanceOf(Watcher.News.Nothing.class);
  }

  @Test
  void aPageThatIsGoneFreesOnePlaceHoweverOftenItIsClosed() {
    var gone = watchers.enter(ADA).orElseThrow();
    assertThat(watchers.enter(ADA)).isPresent();
    assertThat(watchers.enter(BO)).isPresent();
    gone.close();
    gone.close();

    assertThat(watchers.enter(CY)).isPresent();
    assertThat(watchers.enter(ADA)).isEmpty();
  }

  @Test
  void whenTheServerClosesAllAreToldAndNobodyEntersAnyMore() throws InterruptedException {
    var open = watchers.enter(ADA).orElseThrow();
    watchers.stop();

    assertThat(open.next(Duration.ofSeconds(20))).isInstanceOf(Watcher.News.Over.class);
    assertThat(watchers.enter(BO)).isEmpty();
  }
}
