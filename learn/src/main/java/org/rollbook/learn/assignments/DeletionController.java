package org.rollbook.learn.assignments;

import java.util.Map;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Deletes an assignment, once its teacher has read what that means. The class is part of the
 * address: who sends the form twice is led to the class both times.
 */
@RestController
@RequestMapping("/classes/{number}/assignments/{id}/delete")
final class DeletionController {
  private final Visits visits;
  private final Deletion deletion;
  private final AssignmentPages pages;

  DeletionController(Visits visits, Deletion deletion, AssignmentPages pages) {
    this.visits = visits;
    this.deletion = deletion;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> ask(
      @PathVariable long number, @PathVariable long id, Viewer viewer, CsrfToken csrf) {
    var assignment = here(number, id, viewer);
    return pages.page(viewer, csrf, title(assignment), "delete.jte", parameters(assignment));
  }

  @PostMapping
  ResponseEntity<String> delete(
      @PathVariable long number, @PathVariable long id, Viewer viewer, CsrfToken csrf) {
    var classId = visits.taughtNow(viewer, number).id();
    return switch (deletion.delete(classId, new AssignmentId(classId.district(), id))) {
      case DELETED, GONE -> Html.to("/classes/" + number);
      case ANSWERED -> {
        var assignment = here(number, id, viewer);
        yield pages.again(viewer, csrf, title(assignment), "delete.jte", parameters(assignment));
      }
    };
  }

  private Assignment here(long number, long id, Viewer viewer) {
    var assignment = visits.toChange(viewer, id).assignment();
    if (assignment.classId().number() != number) {
      throw Html.notFound();
    }
    return assignment;
  }

  private static String title(Assignment assignment) {
    return assignment.answered()
        ? "“%s” cannot be deleted".formatted(assignment.title())
        : "Delete “%s”?".formatted(assignment.title());
  }

  private Map<String, Object> parameters(Assignment assignment) {
    return Map.of(
        "title", title(assignment),
        "assignment", assignment,
        "answeredBy", deletion.answeredBy(assignment.id()));
  }
}
