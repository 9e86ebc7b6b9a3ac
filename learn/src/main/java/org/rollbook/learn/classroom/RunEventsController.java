package org.rollbook.learn.classroom;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.rollbook.learn.importing.Importing;
import org.rollbook.learn.importing.RunId;
import org.rollbook.learn.importing.SyncRun;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells open pages how a run goes on, as it does (server-sent events). */
@RestController
final class RunEventsController {
  private final Importing importing;
  private final ClassroomPages pages;
  private final Watchers watchers;

  RunEventsController(Importing importing, ClassroomPages pages, Watchers watchers) {
    this.importing = importing;
    this.pages = pages;
    this.watchers = watchers;
  }

  /** What of a page is kept up to date. */
  enum View {
    PROGRESS,
    NEWS
  }

  /**
   * Writes until the run has ended, on the request's own virtual thread.
   *
   * @param last the position of the last line that the page has, when it comes again
   */
  @GetMapping("/syncs/{number:\\d{1,18}}/events")
  void events(
      @PathVariable long number,
      @RequestParam(defaultValue = "progress") String view,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "-1") String last,
      Viewer viewer,
      CsrfToken csrf,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    var who = viewer.person().id();
    var id = new RunId(who.district(), number);
    var run = importing.run(id, who).orElseThrow(Html::notFound);
    // Read before the answer begins: a new token needs a cookie.
    csrf.getToken();
    var entered = watchers.enter(who);
    if (entered.isEmpty()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "10");
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      return;
    }
    try (var watcher = entered.get()) {
      var stream = new RunStream(response, lastLine(last), html(view(view), csrf));
      watcher.show(run);
      try (var _ = importing.follow(id, watcher::show)) {
        stream.tell(watcher);
      }
    }
  }

  private static View view(String asked) {
    return asked.equals("news") ? View.NEWS : View.PROGRESS;
  }

  private static int lastLine(String given) {
    return given.matches("\\d{1,6}") ? Integer.parseInt(given) : -1;
  }

  private RunStream.Html html(View view, CsrfToken csrf) {
    return switch (view) {
      case PROGRESS -> (run, after) -> pages.progress(run, after, csrf);
      case NEWS -> (SyncRun run, int _) -> pages.news(Optional.of(run), run, csrf);
    };
  }
}
