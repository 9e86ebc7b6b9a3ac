package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One walk through the pages of a list, by its {@code next} links. Ids ascend (Clever's page on
 * paging), which is what makes a walk certain to end: every page must bring it further.
 */
final class PageWalk {
  /** A next link may lead to an empty page; a row of them is a list that does not end. */
  private static final int EMPTY_PAGES = 10;

  private final Calls calls;
  private final TokenSource tokens;
  private final String path;
  private Query query;
  private int limit;
  private boolean done;
  private int pages;
  private int emptyPages;
  private String last = "";
  private Set<String> pageBefore = Set.of();

  PageWalk(Calls calls, TokenSource tokens, String path, Query query) {
    this.calls = calls;
    this.tokens = tokens;
    this.path = path;
    this.query = query;
    this.limit = calls.settings().pageSize();
  }

  /** Whether the page read last was the last one. */
  boolean ended() {
    return done;
  }

  /** The records of the next page, perhaps none; absent at the end. */
  Optional<List<JsonNode>> next() throws IOException {
    if (done) {
      return Optional.empty();
    }
    if (++pages > calls.settings().mostPages()) {
      throw broken("has more than %d pages".formatted(calls.settings().mostPages()));
    }
    Page page = fetched();
    List<JsonNode> records = newOnes(page.records());
    follow(page, records.isEmpty());
    return Optional.of(records);
  }

  private Page fetched() throws IOException {
    while (true) {
      Query asked = query.with("limit", Integer.toString(limit));
      URI address = URI.create(asked.behind(calls.settings().address(path)));
      try {
        return Page.read(calls.get(address, tokens), "GET " + path);
      } catch (CleverException.TooLarge fault) {
        if (limit == 1) {
          throw fault;
        }
        limit /= 2;
      }
    }
  }

  /** Records that the page before had already are harmless; anything else out of order is not. */
  private List<JsonNode> newOnes(List<JsonNode> records) throws CleverException {
    List<JsonNode> newOnes = new ArrayList<>();
    Set<String> here = new HashSet<>();
    for (JsonNode record : records) {
      String id = Json.text(record, "id").orElseThrow();
      boolean repeated = pageBefore.contains(id) || !here.add(id);
      if (!repeated && !Ids.ascend(last, id)) {
        throw broken("is not in ascending order: %s comes after %s".formatted(id, last));
      }
      if (!repeated) {
        newOnes.add(record);
        last = id;
      }
    }
    pageBefore = here.isEmpty() ? pageBefore : here;
    return newOnes;
  }

  private void follow(Page page, boolean nothingNew) throws CleverException {
    Optional<Query> link = page.next().isPresent() ? Optional.of(query(page)) : Optional.empty();
    boolean leadsOn = link.filter(next -> !next.equals(query)).isPresent();
    if (nothingNew && !page.records().isEmpty() && link.isPresent()) {
      throw broken("repeats a page");
    }
    if (!nothingNew && link.isPresent() && !leadsOn) {
      throw broken("has a page that leads to itself");
    }
    emptyPages = nothingNew ? emptyPages + 1 : 0;
    if (leadsOn && emptyPages > EMPTY_PAGES) {
      throw broken("goes on with empty pages");
    }
    done = !leadsOn;
    query = link.orElse(query);
  }

  /**
   * What the link asks for, on our own address: a link can neither lead our token to another host
   * nor lose the filter of this list.
   */
  private Query query(Page page) throws CleverException {
    URI link;
    try {
      link = URI.create(calls.settings().address(path)).resolve(page.next().orElseThrow());
    } catch (IllegalArgumentException damaged) {
      throw broken("has a next link that is no address");
    }
    String leadsTo = String.valueOf(link.getRawPath());
    if (!leadsTo.endsWith(path) || link.getRawQuery() == null) {
      throw broken("has a next link to something else");
    }
    return Query.parse(link.getRawQuery())
        .map(query::with)
        .orElseThrow(() -> broken("has a next link that cannot be read"))
        // The limit is ours: a link does not know that it was too large.
        .without("limit");
  }

  private CleverException broken(String fault) {
    return new CleverException.Broken("The list %s %s.".formatted(path, fault));
  }
}
