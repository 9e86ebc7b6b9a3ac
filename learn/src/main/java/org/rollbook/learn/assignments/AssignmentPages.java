package org.rollbook.learn.assignments;

import java.util.HashMap;
import java.util.Map;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Pages;
import org.rollbook.learn.pages.Tab;
import org.rollbook.learn.pages.Templates;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;

/** Writes the pages of assignments. Safe for several threads. */
final class AssignmentPages {
  private final Templates templates = new Templates(AssignmentPages.class);
  private final Wording wording = new Wording();
  private final Pages pages;

  AssignmentPages(Pages pages) {
    this.pages = pages;
  }

  ResponseEntity<String> page(
      Viewer viewer,
      CsrfToken csrf,
      String title,
      String template,
      Map<String, Object> parameters) {
    return page(HttpStatus.OK, viewer, csrf, title, template, parameters);
  }

  /** The same for a form that is shown again: 422, so that nothing takes it for done. */
  ResponseEntity<String> again(
      Viewer viewer,
      CsrfToken csrf,
      String title,
      String template,
      Map<String, Object> parameters) {
    return page(HttpStatus.UNPROCESSABLE_CONTENT, viewer, csrf, title, template, parameters);
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      Viewer viewer,
      CsrfToken csrf,
      String title,
      String template,
      Map<String, Object> parameters) {
    var all = new HashMap<>(parameters);
    all.put("wording", wording);
    all.put("csrf", csrf.getToken());
    return Html.page(
        status,
        pages.page(viewer, csrf.getToken(), title, Tab.CLASSES, templates.content(template, all)));
  }
}
