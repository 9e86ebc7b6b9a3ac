package org.rollbook.learn.classroom;

import org.rollbook.learn.classroom.ClassroomPages.Reader;
import org.rollbook.learn.importing.Cause;
import org.rollbook.learn.importing.Importing;
import org.rollbook.learn.importing.RunId;
import org.rollbook.learn.importing.Started;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts imports and syncs, and shows them. */
@RestController
final class ImportController {
  private final Importing importing;
  private final ClassroomPages pages;

  ImportController(Importing importing, ClassroomPages pages) {
    this.importing = importing;
    this.pages = pages;
  }

  /** Says what will happen, to those whose browser shows no dialog (L3). */
  @GetMapping("/classes/import")
  ResponseEntity<String> confirm(Viewer viewer, CsrfToken csrf) {
    var _ = Teachers.only(viewer);
    return Html.page(pages.confirmImport(new Reader(viewer, csrf)));
  }

  @PostMapping("/classes/import")
  ResponseEntity<String> importFirst(Viewer viewer) {
    return start(viewer, Cause.FIRST_IMPORT);
  }

  @PostMapping("/classes/sync")
  ResponseEntity<String> sync(Viewer viewer) {
    return start(viewer, Cause.BUTTON);
  }

  /** A second press while one runs shows the one that runs. */
  private ResponseEntity<String> start(Viewer viewer, Cause cause) {
    var teacher = Teachers.only(viewer);
    return Html.to(
        switch (importing.start(teacher, cause)) {
          case Started.Begun(RunId run) -> "/syncs/" + run.number();
          case Started.RunningAlready(RunId run) -> "/syncs/" + run.number();
          case Started.NotImportedYet() -> "/classes/import";
        });
  }

  @GetMapping("/syncs/{number:\\d{1,18}}")
  ResponseEntity<String> run(@PathVariable long number, Viewer viewer, CsrfToken csrf) {
    var id = new RunId(viewer.person().id().district(), number);
    var run = importing.run(id, viewer.person().id()).orElseThrow(Html::notFound);
    return Html.page(pages.sync(new Reader(viewer, csrf), run));
  }

  @PostMapping("/syncs/{number:\\d{1,18}}/seen")
  ResponseEntity<String> seen(@PathVariable long number, Viewer viewer) {
    var id = new RunId(viewer.person().id().district(), number);
    var run = importing.run(id, viewer.person().id()).orElseThrow(Html::notFound);
    importing.seen(run.id());
    return Html.to("/classes");
  }
}
