package org.rollbook.learn.mastery;

import java.util.Map;
import org.rollbook.learn.classes.ClassAccess;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Pages;
import org.rollbook.learn.pages.Tab;
import org.rollbook.learn.pages.Templates;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mastery grid of a class, for its teachers, and a student's own skills. */
@RestController
final class MasteryController {
  private final MasteryGrids grids;
  private final ClassAccess access;
  private final Pages pages;
  private final Templates templates = new Templates(MasteryController.class);

  MasteryController(MasteryGrids grids, ClassAccess access, Pages pages) {
    this.grids = grids;
    this.access = access;
    this.pages = pages;
  }

  @GetMapping("/classes/{id}/mastery")
  ResponseEntity<String> grid(
      @PathVariable long id,
      @RequestParam(defaultValue = "1") int page,
      Viewer viewer,
      CsrfToken csrf) {
    var person = viewer.person().id();
    var taught =
        access.taught(new ClassId(person.district(), id), person).orElseThrow(Html::notFound);
    var content =
        templates.content(
            "grid.jte", Map.of("taught", taught, "grid", grids.of(taught.id(), page)));
    return Html.page(
        pages.page(viewer, csrf.getToken(), "Mastery of " + taught.name(), Tab.CLASSES, content));
  }

  /** Of the viewer alone: there is no address for another student's. */
  @GetMapping("/mastery")
  ResponseEntity<String> own(Viewer viewer, CsrfToken csrf) {
    if (!viewer.person().attends()) {
      throw Html.notFound();
    }
    var content = templates.content("own.jte", Map.of("subjects", grids.of(viewer.person().id())));
    return Html.page(pages.page(viewer, csrf.getToken(), "My skills", Tab.MASTERY, content));
  }
}
