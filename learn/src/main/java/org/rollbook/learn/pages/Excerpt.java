package org.rollbook.learn.pages;

import java.util.List;

/**
 * A part of a long list, to be shown with links to the other parts.
 *
 * @param page which part, from 1
 * @param pages how many parts there are, at least 1
 * @param inAll how long the whole list is
 */
public record Excerpt<T>(List<T> items, int page, int pages, int inAll) {
  /** As many students as a page shows without becoming slow to read and to load. */
  public static final int SIZE = 100;

  public Excerpt {
    items = List.copyOf(items);
  }

  /** The part of a list that is asked for; the nearest one where there is no such part. */
  public static <T> Excerpt<T> of(List<T> all, int page) {
    int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    int shown = Math.clamp(page, 1, pages);
    int from = (shown - 1) * SIZE;
    return new Excerpt<>(
        all.subList(from, Math.min(all.size(), from + SIZE)), shown, pages, all.size());
  }

  /** Whether links to other parts are needed. */
  public boolean partial() {
    return pages > 1;
  }

  /** Which of the list are shown, such as “101 to 200 of 230”. */
  public String says() {
    int from = (page - 1) * SIZE;
    return "%d to %d of %d".formatted(items.isEmpty() ? 0 : from + 1, from + items.size(), inAll);
  }
}
