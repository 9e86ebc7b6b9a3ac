package org.rollbook.learn.classroom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollbook.learn.people.PersonId;
import org.springframework.context.SmartLifecycle;

/**
 * The open pages that runs are shown to: no more than the server bears, and none left open when it
 * closes, since it waits for requests under way. Thread-safe.
 */
final class Watchers implements SmartLifecycle {
  /** Each costs a connection and a virtual thread that sleeps. */
  static final int IN_ALL = 2_000;

  /** Somebody with more tabs than this sees the rest of them when they load anew. */
  static final int EACH = 6;

  private final int inAll;
  private final int each;
  private final Map<PersonId, Integer> counted = new HashMap<>();
  private final Set<Watcher> open = new HashSet<>();
  private boolean closed;

  /**
   * @param inAll how many pages at most
   * @param each how many of one person at most, so that nobody takes the places of others
   */
  Watchers(int inAll, int each) {
    this.inAll = inAll;
    this.each = each;
  }

  /** Absent when there are too many already. */
  synchronized Optional<Watcher> enter(PersonId who) {
    if (closed || open.size() >= inAll || counted.getOrDefault(who, 0) >= each) {
      return Optional.empty();
    }
    counted.merge(who, 1, Integer::sum);
    var watcher = new Watcher(gone -> leave(who, gone));
    open.add(watcher);
    return Optional.of(watcher);
  }

  private synchronized void leave(PersonId who, Watcher watcher) {
    if (open.remove(watcher)) {
      counted.computeIfPresent(who, (_, number) -> number == 1 ? null : number - 1);
    }
  }

  @Override
  public void start() {}

  @Override
  public synchronized void stop() {
    closed = true;
    open.forEach(Watcher::end);
  }

  @Override
  public synchronized boolean isRunning() {
    return !closed;
  }
}
