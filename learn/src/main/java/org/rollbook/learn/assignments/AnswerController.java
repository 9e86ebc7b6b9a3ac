package org.rollbook.learn.assignments;

import java.util.HashMap;
import org.rollbook.learn.assignments.Answering.Taken;
import org.rollbook.learn.mastery.Knowledge;
import org.rollbook.learn.mastery.Mastery;
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

/** One question at a time: asked, and after the answer, what was right. */
@RestController
final class AnswerController {
  private static final String CHANGED =
      "Your teacher has changed this question in the meantime. Here it is as it is now; your answer"
          + " was not taken.";

  private final Visits visits;
  private final Answering answering;
  private final Mastery mastery;
  private final Skills skills;
  private final AssignmentPages pages;

  AnswerController(
      Visits visits, Answering answering, Mastery mastery, Skills skills, AssignmentPages pages) {
    this.visits = visits;
    this.answering = answering;
    this.mastery = mastery;
    this.skills = skills;
    this.pages = pages;
  }

  @GetMapping("/assignments/{id}/questions/{position}")
  ResponseEntity<String> question(
      @PathVariable long id, @PathVariable int position, Viewer viewer, CsrfToken csrf) {
    return page(id, position, viewer, csrf, "", "");
  }

  /** Sent twice, the first counts, and both lead to what was right. */
  @PostMapping("/assignments/{id}/questions/{position}")
  ResponseEntity<String> answer(
      @PathVariable long id,
      @PathVariable int position,
      @RequestParam long question,
      @RequestParam(defaultValue = "") String answer,
      Viewer viewer,
      CsrfToken csrf) {
    var person = viewer.person().id();
    var assignment = new AssignmentId(person.district(), id);
    return switch (answering.answer(assignment, question, person, answer)) {
      case Taken.Counted(boolean correct) -> Html.to(address(id, position));
      case Taken.AnsweredBefore() -> Html.to(address(id, position));
      case Taken.NotUnderstood(var says) -> page(id, position, viewer, csrf, says, answer);
      case Taken.QuestionChanged() -> page(id, position, viewer, csrf, CHANGED, "");
      case Taken.NotTheirs() -> throw Html.notFound();
    };
  }

  private static String address(long id, int position) {
    return "/assignments/%d/questions/%d".formatted(id, position);
  }

  private ResponseEntity<String> page(
      long id, int position, Viewer viewer, CsrfToken csrf, String error, String typed) {
    var visit = visits.asStudent(viewer, id);
    var assignment = visit.assignment();
    var person = viewer.person().id();
    var asked = assignment.question(position).orElseThrow(Html::notFound);
    var numbers = assignment.questions().stream().map(AskedQuestion::number).toList();
    var skill = skills.get(asked.question().skill());
    var parameters = new HashMap<String, Object>();
    parameters.put("work", new Work(assignment, answering.of(person, numbers)));
    parameters.put("asked", asked);
    parameters.put("skill", skill);
    parameters.put("knowledge", mastery.of(person).getOrDefault(skill.id(), Knowledge.NONE));
    parameters.put("error", error);
    parameters.put("typed", typed);
    var title = "Question %d of %s".formatted(position, assignment.title());
    return error.isEmpty()
        ? pages.page(viewer, csrf, title, "question.jte", parameters)
        : pages.again(viewer, csrf, title, "question.jte", parameters);
  }
}
