package org.rollbook.learn.importing;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverException;
import org.rollbook.sources.cleverapi.EventCursor;
import org.rollbook.sources.cleverapi.EventCursor.Advice;
import org.rollbook.sources.cleverapi.EventCursor.Position;

/**
 * Reads one district's events for all its teachers: a hundred who sign in at once cost one reading.
 */
final class Feed {
  private static final System.Logger LOG = System.getLogger(Feed.class.getName());

  /** A million events at a thousand a page; what is left then comes with the next reading. */
  private static final int MOST_PAGES = 1_000;

  /** Whether a teacher whom no event concerned can be sure of that. */
  enum Word {
    /** Every change since the last reading was announced. */
    COMPLETE,
    /**
     * There never was an event, which is also what a district looks like that does not send any
     * (Clever's page on the Events API: they are switched on for each app).
     */
    SILENT,
    /** The feed cannot be read, while the data perhaps can. */
    UNREADABLE
  }

  private final DistrictId district;
  private final FeedRows rows;
  private final EventCursor cursor;
  private final Coalesced<Word> readings;

  Feed(DistrictId district, FeedRows rows, CleverApi api, InstantSource clock, Executor threads) {
    this.district = district;
    this.rows = rows;
    this.cursor = new EventCursor(api, clock);
    this.readings = new Coalesced<>(this::read, threads);
  }

  /** A reading that begins now or later. */
  CompletableFuture<Word> ask() {
    return readings.ask();
  }

  private Word read() throws IOException {
    try {
      return taken();
    } catch (CleverException.Unavailable
        | CleverException.Limited
        | CleverException.Unauthorised noAnswer) {
      throw noAnswer;
    } catch (CleverException unreadable) {
      // Whoever asks reads their classes then, which costs more and misses nothing.
      LOG.log(
          Level.WARNING,
          "The events of district {0} cannot be read: {1}",
          district,
          unreadable.getMessage());
      return Word.UNREADABLE;
    }
  }

  private Word taken() throws IOException {
    Optional<Position> position = rows.position(district);
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      switch (cursor.next(position)) {
        case Advice.Full full -> {
          if (rows.move(district, position, full.after(), Concerned.EVERYBODY)) {
            return word(full.after());
          }
        }
        case Advice.Changes changes -> {
          var concerned = Concerned.by(changes.events());
          if (rows.move(district, position, changes.after(), concerned) && !changes.mayBeMore()) {
            return word(changes.after());
          }
        }
      }
      // Not what was just read: another process may have read further.
      position = rows.position(district);
    }
    return Word.UNREADABLE;
  }

  private static Word word(Position position) {
    return position.event().isEmpty() ? Word.SILENT : Word.COMPLETE;
  }
}
