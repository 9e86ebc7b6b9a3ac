package org.rollbook.learn.classroom;

import java.util.Optional;
import org.rollbook.learn.importing.Importing;
import org.rollbook.learn.importing.SyncRun;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells open pages of a run that was begun elsewhere: at a sign-in, or in another window. They ask
 * now and then while somebody looks at them. A stream for each would take a place among those that
 * {@link Watchers} counts, and one of the few connections that a browser has, for hours in which
 * nothing happens.
 */
@RestController
final class NewsController {
  private final Importing importing;
  private final ClassroomPages pages;

  NewsController(Importing importing, ClassroomPages pages) {
    this.importing = importing;
    this.pages = pages;
  }

  /**
   * What is new since then; 204 when nothing is.
   *
   * @param after what the page shows ({@link RunWording#asOf}); empty text for no run
   */
  @GetMapping("/classes/news")
  ResponseEntity<String> news(
      @RequestParam(defaultValue = "") String after, Viewer viewer, CsrfToken csrf) {
    return importing
        .latest(Teachers.only(viewer).id())
        .filter(run -> !RunWording.asOf(run).equals(after))
        .map(run -> Html.page(news(run, csrf)))
        .orElseGet(() -> ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build());
  }

  private String news(SyncRun run, CsrfToken csrf) {
    var told = Optional.of(run).filter(CleverAreas::worthTelling);
    return pages.news(told, run, csrf);
  }
}
