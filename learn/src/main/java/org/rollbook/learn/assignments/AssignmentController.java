package org.rollbook.learn.assignments;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rollbook.learn.classes.ClassAccess;
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

/** An assignment's own page: another one for its teachers than for students. */
@RestController
final class AssignmentController {
  private final Visits visits;
  private final Authoring authoring;
  private final Answering answering;
  private final Assignments assignments;
  private final ClassAccess access;
  private final Skills skills;
  private final AssignmentPages pages;

  AssignmentController(
      Visits visits,
      Authoring authoring,
      Answering answering,
      Assignments assignments,
      ClassAccess access,
      Skills skills,
      AssignmentPages pages) {
    this.visits = visits;
    this.authoring = authoring;
    this.answering = answering;
    this.assignments = assignments;
    this.access = access;
    this.skills = skills;
    this.pages = pages;
  }

  @GetMapping("/assignments/{id}")
  ResponseEntity<String> page(@PathVariable long id, Viewer viewer, CsrfToken csrf) {
    return visits
        .asTeacher(viewer, id)
        .map(visit -> forTeacher(visit, viewer, csrf))
        .orElseGet(() -> forStudent(visits.asStudent(viewer, id), viewer, csrf));
  }

  private ResponseEntity<String> forTeacher(Visits.Visit visit, Viewer viewer, CsrfToken csrf) {
    var assignment = visit.assignment();
    var line =
        assignments.forTeacher(assignment.classId()).stream()
            .filter(one -> one.id().equals(assignment.id()))
            .findFirst()
            .orElseThrow(Html::notFound);
    var parameters = new HashMap<String, Object>();
    parameters.put("assignment", assignment);
    parameters.put("taught", visit.learningClass());
    parameters.put("line", line);
    parameters.put("right", assignments.rightAnswers(assignment.id()));
    parameters.put("targets", access.taughtNow(viewer.person().id()));
    parameters.put("once", UUID.randomUUID().toString());
    parameters.put("skills", skills);
    return pages.page(viewer, csrf, assignment.title(), "taught.jte", parameters);
  }

  private ResponseEntity<String> forStudent(Visits.Visit visit, Viewer viewer, CsrfToken csrf) {
    var assignment = visit.assignment();
    var numbers = assignment.questions().stream().map(AskedQuestion::number).toList();
    var work = new Work(assignment, answering.of(viewer.person().id(), numbers));
    return pages.page(
        viewer,
        csrf,
        assignment.title(),
        "own.jte",
        Map.of("work", work, "attended", visit.learningClass(), "skills", skills));
  }

  @PostMapping("/assignments/{id}/publish")
  ResponseEntity<String> publish(@PathVariable long id, Viewer viewer) {
    var assignment = visits.toChange(viewer, id).assignment();
    return switch (authoring.publish(assignment.id())) {
      case DONE, ANSWERED -> Html.to("/assignments/" + id);
      // The button is not there without questions: somebody else took them away meanwhile.
      case NO_QUESTIONS -> Html.to("/assignments/" + id + "/edit");
      case GONE -> throw Html.notFound();
    };
  }

  /** Makes a draft of the same in a class of the teacher, also the same, without a due date. */
  @PostMapping("/assignments/{id}/copy")
  ResponseEntity<String> copy(
      @PathVariable long id,
      @RequestParam("class") long target,
      @RequestParam UUID once,
      Viewer viewer) {
    var visit = visits.asTeacher(viewer, id).orElseThrow(Html::notFound);
    var writing = visit.assignment().writing().withoutDue();
    var into = visits.taughtNow(viewer, target).id();
    return authoring
        .make(into, viewer.person().id(), once, writing)
        .map(made -> Html.to("/assignments/" + made.number()))
        .orElseGet(() -> Html.to("/classes/" + target));
  }
}
