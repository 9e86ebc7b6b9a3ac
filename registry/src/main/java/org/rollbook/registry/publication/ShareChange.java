package org.rollbook.registry.publication;

import java.util.List;

/**
 * One app's share of a district has just been defined anew.
 *
 * @param app the app's number
 * @param formerlyWithheld the paths that it was not sent until now
 */
public record ShareChange(int app, List<String> formerlyWithheld) {
  public ShareChange {
    formerlyWithheld = List.copyOf(formerlyWithheld);
  }
}
