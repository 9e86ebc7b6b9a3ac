package org.rollbook.learn.assignments;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rollbook.learn.assignments.FormCheck.Checked;
import org.rollbook.learn.mastery.Skills;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where teachers write assignments. Every button of the form works without JavaScript. */
@RestController
final class AuthoringController {
  private static final String TOO_MANY =
      "This class has %d assignments, the most that it can have. Nothing was saved. Delete one that"
              .formatted(Authoring.MOST_OF_A_CLASS)
          + " nobody has answered, or write this one in another class.";
  private static final String ANSWERED =
      "A student has answered in the meantime, so the questions stay as they were. Save once more to"
          + " keep title, instructions and due date.";

  private static final String NO_QUESTIONS =
      "Add at least one: an assignment without questions cannot be published.";

  private final Visits visits;
  private final Authoring authoring;
  private final Skills skills;
  private final AssignmentPages pages;

  AuthoringController(Visits visits, Authoring authoring, Skills skills, AssignmentPages pages) {
    this.visits = visits;
    this.authoring = authoring;
    this.skills = skills;
    this.pages = pages;
  }

  /** What the form is about: a new assignment of a class, or one that is there. */
  private record Desk(
      Viewer viewer, CsrfToken csrf, String back, String title, Optional<Assignment> before) {
    boolean fixed() {
      return before.filter(Assignment::answered).isPresent();
    }

    boolean published() {
      return before.filter(Assignment::published).isPresent();
    }
  }

  @GetMapping("/classes/{id}/assignments/new")
  ResponseEntity<String> blank(@PathVariable long id, Viewer viewer, CsrfToken csrf) {
    visits.taughtNow(viewer, id);
    return page(
        fresh(viewer, csrf, id), AssignmentForm.empty().after(new FormAction.Add(true)).atTitle());
  }

  @PostMapping("/classes/{id}/assignments/new")
  ResponseEntity<String> make(
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      Viewer viewer,
      CsrfToken csrf) {
    var taught = visits.taughtNow(viewer, id);
    var desk = fresh(viewer, csrf, id);
    var form = AssignmentForm.of(fields);
    var action = fields.getOrDefault("action", "save");
    var changes = FormAction.of(action);
    if (changes.isPresent()) {
      return page(desk, form.after(changes.get()));
    }
    return switch (checked(form, action)) {
      case Checked.Wrong(var wrong) -> again(desk, wrong);
      case Checked.Right(var writing) ->
          authoring
              .make(taught.id(), viewer.person().id(), once(form), writing)
              .map(made -> saved(made, action))
              .orElseGet(() -> again(desk, form.wrong("assignment", TOO_MANY)));
    };
  }

  private static Desk fresh(Viewer viewer, CsrfToken csrf, long classNumber) {
    return new Desk(viewer, csrf, "/classes/" + classNumber, "New assignment", Optional.empty());
  }

  @GetMapping("/assignments/{id}/edit")
  ResponseEntity<String> edit(@PathVariable long id, Viewer viewer, CsrfToken csrf) {
    var before = visits.toChange(viewer, id).assignment();
    return page(desk(viewer, csrf, before), AssignmentForm.of(before.writing()));
  }

  @PostMapping("/assignments/{id}/edit")
  ResponseEntity<String> change(
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      Viewer viewer,
      CsrfToken csrf) {
    var before = visits.toChange(viewer, id).assignment();
    var desk = desk(viewer, csrf, before);
    var sent = AssignmentForm.of(fields);
    // The fixed questions are not part of the form; with them it is whole again.
    var form = desk.fixed() ? sent.with(AssignmentForm.of(before.writing()).questions()) : sent;
    if (desk.fixed() && !sent.questions().isEmpty()) {
      return again(desk, form.wrong("questions", ANSWERED));
    }
    var action = fields.getOrDefault("action", "save");
    var changes = FormAction.of(action);
    if (changes.isPresent()) {
      return page(desk, form.after(changes.get()));
    }
    return switch (checked(form, desk.published() ? "publish" : action)) {
      case Checked.Wrong(var wrong) -> again(desk, wrong);
      case Checked.Right(var writing) ->
          switch (authoring.change(before.id(), writing)) {
            case DONE -> saved(before.id(), action);
            case ANSWERED -> again(desk, form.wrong("questions", ANSWERED));
            case NO_QUESTIONS -> again(desk, form.wrong("questions", NO_QUESTIONS));
            case GONE -> throw Html.notFound();
          };
    };
  }

  private static Desk desk(Viewer viewer, CsrfToken csrf, Assignment before) {
    return new Desk(
        viewer,
        csrf,
        "/assignments/" + before.id().number(),
        "Edit assignment",
        Optional.of(before));
  }

  private Checked checked(AssignmentForm form, String action) {
    var checked = FormCheck.check(skills, form);
    return action.equals("publish") && form.questions().isEmpty()
        ? new Checked.Wrong(form.wrong("questions", NO_QUESTIONS))
        : checked;
  }

  private ResponseEntity<String> saved(AssignmentId id, String action) {
    if (action.equals("publish")) {
      authoring.publish(id);
    }
    return Html.to("/assignments/" + id.number());
  }

  /** A form that came without its mark, or with another, is a form of its own. */
  private static UUID once(AssignmentForm form) {
    try {
      return UUID.fromString(form.once());
    } catch (IllegalArgumentException none) {
      return UUID.randomUUID();
    }
  }

  private ResponseEntity<String> page(Desk desk, AssignmentForm form) {
    return pages.page(
        desk.viewer(), desk.csrf(), desk.title(), "editor.jte", parameters(desk, form));
  }

  private ResponseEntity<String> again(Desk desk, AssignmentForm form) {
    return pages.again(
        desk.viewer(), desk.csrf(), desk.title(), "editor.jte", parameters(desk, form));
  }

  private Map<String, Object> parameters(Desk desk, AssignmentForm form) {
    return Map.of(
        "title", desk.title(),
        "back", desk.back(),
        "published", desk.published(),
        "fixed", desk.fixed(),
        "subjects", skills.bySubject(),
        "form", form);
  }
}
