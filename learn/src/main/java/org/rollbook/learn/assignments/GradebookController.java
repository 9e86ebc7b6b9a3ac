package org.rollbook.learn.assignments;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.rollbook.learn.pages.Excerpt;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The gradebook of a class, for its teachers. */
@RestController
final class GradebookController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Visits visits;
  private final Gradebooks gradebooks;
  private final GradebookCsv csv;
  private final AssignmentPages pages;

  GradebookController(
      Visits visits, Gradebooks gradebooks, GradebookCsv csv, AssignmentPages pages) {
    this.visits = visits;
    this.gradebooks = gradebooks;
    this.csv = csv;
    this.pages = pages;
  }

  @GetMapping("/classes/{id}/gradebook")
  ResponseEntity<String> page(
      @PathVariable long id,
      @RequestParam(defaultValue = "1") int page,
      Viewer viewer,
      CsrfToken token) {
    var taught = visits.taught(viewer, id);
    var gradebook = gradebooks.of(taught.id());
    return pages.page(
        viewer,
        token,
        "Gradebook of " + taught.name(),
        "gradebook.jte",
        Map.of(
            "taught", taught,
            "gradebook", gradebook,
            "present", Excerpt.of(gradebook.present(), page)));
  }

  @GetMapping("/classes/{id}/gradebook.csv")
  ResponseEntity<byte[]> download(@PathVariable long id, Viewer viewer) {
    var taught = visits.taught(viewer, id);
    var attachment =
        ContentDisposition.attachment()
            .filename("Gradebook " + taught.name() + ".csv", StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(CSV)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .body(csv.of(gradebooks.of(taught.id())).getBytes(StandardCharsets.UTF_8));
  }
}
