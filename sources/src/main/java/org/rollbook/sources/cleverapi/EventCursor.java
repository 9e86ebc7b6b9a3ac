package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Says what a consumer has to do to be up to date: read everything, or take the next events. The
 * recipe (Clever's page on syncing with events): note the newest event first, then read everything,
 * then go on from that event; store the position after each batch that was taken in. What a reading
 * in full has seen already comes once more as events, which therefore must be harmless to repeat.
 */
public final class EventCursor {
  /** Events vanish after 30 days; a day less leaves room for clocks and slow nights. */
  private static final Duration KEPT = Duration.ofDays(29);

  private final CleverApi api;
  private final InstantSource clock;

  public EventCursor(CleverApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * How far a consumer is; to be stored by it.
   *
   * @param event the last event taken in; empty text when there was none yet
   * @param asOf when the API was asked
   */
  public record Position(String event, Instant asOf) {}

  /** Why everything has to be read. */
  public enum Reason {
    /** There is no position yet. */
    FIRST_TIME,
    /** Events that were not taken in may have vanished. */
    TOO_LONG_AGO,
    /** The API does not know the position's event. */
    UNKNOWN_EVENT,
    /** The district was shared, un-shared or shared anew in between. */
    SHARED_ANEW
  }

  /** What to do now. */
  public sealed interface Advice {
    /**
     * Read everything, then store {@code after}.
     *
     * @param after noted before the reading begins
     */
    record Full(Reason reason, Position after) implements Advice {}

    /**
     * Take in {@code events} in their order, then store {@code after}, and ask again when there may
     * be more.
     *
     * @param events perhaps none
     * @param mayBeMore whether the page had a next one; where that is wrong, the rest comes with
     *     the next question
     */
    record Changes(List<CleverEvent> events, Position after, boolean mayBeMore) implements Advice {}
  }

  /**
   * @param stored what was stored last
   */
  public Advice next(Optional<Position> stored) throws IOException {
    Instant now = clock.instant();
    if (stored.isEmpty()) {
      return full(Reason.FIRST_TIME, now);
    }
    Position position = stored.get();
    if (position.asOf().plus(KEPT).isBefore(now)) {
      return full(Reason.TOO_LONG_AGO, now);
    }
    try {
      return changes(position, api.eventsAfter(position.event()).firstPage(), now);
    } catch (CleverException.NotFound | CleverException.BadRequest unknown) {
      return full(Reason.UNKNOWN_EVENT, now);
    }
  }

  private Advice changes(Position position, Listing.Beginning<CleverEvent> page, Instant now)
      throws IOException {
    List<CleverEvent> events = page.records();
    if (events.stream().anyMatch(EventCursor::sharesAnew)) {
      return full(Reason.SHARED_ANEW, now);
    }
    if (events.isEmpty() && isAheadOfTheFeed(position)) {
      return full(Reason.UNKNOWN_EVENT, now);
    }
    String last = events.isEmpty() ? position.event() : events.getLast().id();
    return new Advice.Changes(events, new Position(last, now), page.leadsOn() && !events.isEmpty());
  }

  private static boolean sharesAnew(CleverEvent event) {
    return event.object() instanceof CleverRecord.District
        && event.change().filter(change -> change != CleverEvent.Change.UPDATED).isPresent();
  }

  /**
   * A feed that was begun anew has other ids; nothing would ever come after ours. One call as a
   * rule: only a claim that speaks against the position is looked into.
   */
  private boolean isAheadOfTheFeed(Position position) throws IOException {
    Optional<String> claimed;
    try {
      claimed = api.claimedNewestEvent();
    } catch (CleverException.BadRequest | CleverException.NotFound shortWayClosed) {
      return false;
    }
    return isBehind(position, claimed) && isBehind(position, api.newestEvent());
  }

  private static boolean isBehind(Position position, Optional<String> newest) {
    return newest.filter(event -> Ids.ascend(event, position.event())).isPresent();
  }

  private Advice full(Reason reason, Instant now) throws IOException {
    return new Advice.Full(reason, new Position(api.newestEvent().orElse(""), now));
  }
}
