package org.rollbook.hub.clever;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.reading.Ids;
import org.rollbook.registry.reading.Position;

/**
 * Where a list goes on. Links are relative to the host, as Clever's are. A link against the
 * direction of reading is there without a look whether there is anything: it may lead to an empty
 * list (dev.clever.com, "Pagination and Response Limits").
 */
final class Links {
  private Links() {}

  /**
   * @param path the list's address
   * @param query what was asked for besides the position, with its question mark, or empty text
   */
  static Map<String, String> of(String path, String query, Position position, Ids page) {
    var links = new LinkedHashMap<String, String>();
    boolean forwards =
        switch (position.direction()) {
          case AFTER -> true;
          case BEFORE -> false;
        };
    boolean fromTheStart = forwards && position.cursor() == 0;
    String cursor = (forwards ? "starting_after=" : "ending_before=") + hex(position.cursor());
    links.put("self", fromTheStart ? path + query : with(path, query, cursor));
    if (!page.isEmpty() && (page.more() || !forwards)) {
      links.put("next", with(path, query, "starting_after=" + page.last().hex()));
    }
    if (!page.isEmpty() && (forwards ? !fromTheStart : page.more())) {
      links.put("prev", with(path, query, "ending_before=" + page.first().hex()));
    }
    return links;
  }

  private static String with(String path, String query, String more) {
    return path + query + (query.isEmpty() ? '?' : '&') + more;
  }

  private static String hex(long cursor) {
    return cursor == 0 ? "0".repeat(24) : new RecordId(cursor).hex();
  }
}
