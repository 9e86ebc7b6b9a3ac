package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.util.Optional;

/**
 * Finds the newest event. The short way, {@code ending_before=last&limit=1}, is used by clients and
 * documented nowhere: it may be refused, ignored or misunderstood. So what it gives is only where
 * the search begins, and the walk from there to the end, of one empty page as a rule, decides.
 */
final class NewestEvent {
  private NewestEvent() {}

  static Optional<String> of(CleverApi api) throws IOException {
    String[] newest = {claimed(api)};
    api.eventsAfter(newest[0]).forEach(event -> newest[0] = event.id());
    return Optional.of(newest[0]).filter(id -> !id.isEmpty());
  }

  private static String claimed(CleverApi api) throws IOException {
    try {
      return api.claimedNewestEvent().orElse("");
    } catch (CleverException.BadRequest | CleverException.NotFound shortWayClosed) {
      return "";
    }
  }
}
