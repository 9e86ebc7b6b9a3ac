package org.rollbook.core.difference;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RosterRecord;

/**
 * The difference of two rosters as events in an order in which a consumer never meets an id it has
 * not been told of (H5): first what is created or updated, each kind after the kinds it refers to;
 * then what is deleted, the other way round. It merges two sorted streams and keeps one record of
 * each: memory does not grow with the district.
 */
public final class RosterDifference {
  private RosterDifference() {}

  /** Hands every event to {@code consumer}, in order. Equal rosters have none. */
  public static void stream(
      SortedRoster before, SortedRoster after, Consumer<RosterEvent> consumer) {
    merge(
        new Cursor(before.ascending()),
        new Cursor(after.ascending()),
        Comparator.naturalOrder(),
        event -> {
          if (!(event instanceof RosterEvent.Deleted)) {
            consumer.accept(event);
          }
        });
    merge(
        new Cursor(before.descending()),
        new Cursor(after.descending()),
        Comparator.reverseOrder(),
        event -> {
          if (event instanceof RosterEvent.Deleted) {
            consumer.accept(event);
          }
        });
  }

  private static void merge(
      Cursor before, Cursor after, Comparator<RecordKey> order, Consumer<RosterEvent> consumer) {
    while (before.current.isPresent() || after.current.isPresent()) {
      int side = compare(before.current, after.current, order);
      if (side < 0) {
        consumer.accept(new RosterEvent.Deleted(before.take(order)));
      } else if (side > 0) {
        consumer.accept(new RosterEvent.Created(after.take(order)));
      } else {
        var was = before.take(order);
        var is = after.take(order);
        if (!was.equals(is)) {
          consumer.accept(new RosterEvent.Updated(was, is));
        }
      }
    }
  }

  private static int compare(
      Optional<RosterRecord> before, Optional<RosterRecord> after, Comparator<RecordKey> order) {
    if (before.isEmpty()) {
      return 1;
    }
    return after.isEmpty() ? -1 : order.compare(before.get().key(), after.get().key());
  }

  private static final class Cursor {
    private final Iterator<RosterRecord> records;
    private Optional<RosterRecord> current;

    Cursor(Iterator<RosterRecord> records) {
      this.records = records;
      this.current = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    }

    RosterRecord take(Comparator<RecordKey> order) {
      var taken = current.orElseThrow();
      current = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
      current.ifPresent(next -> {
        if (order.compare(taken.key(), next.key()) >= 0) {
          throw new IllegalArgumentException(
              "the roster is not in key order: " + next.key() + " after " + taken.key());
        }
      });
      return taken;
    }
  }
}
