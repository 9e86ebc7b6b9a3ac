package org.rollbook.learn.classroom;

import org.rollbook.learn.classes.Classes;
import org.rollbook.learn.classes.Joining;
import org.rollbook.learn.classroom.ClassroomPages.Reader;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Classes tab, and the ways to a class that is not on it yet. */
@RestController
final class ClassesController {
  private final Classes classes;
  private final ClassesPages lists;
  private final ClassroomPages pages;

  ClassesController(Classes classes, ClassesPages lists, ClassroomPages pages) {
    this.classes = classes;
    this.lists = lists;
    this.pages = pages;
  }

  @GetMapping("/classes")
  ResponseEntity<String> list(Viewer viewer, CsrfToken csrf) throws InterruptedException {
    return list(new Reader(viewer, csrf), Fields.JOIN_CODE, HttpStatus.OK);
  }

  private ResponseEntity<String> list(Reader reader, FormField join, HttpStatus status)
      throws InterruptedException {
    var page = lists.of(reader.viewer().person(), join);
    return Html.page(status, pages.classes(reader, page));
  }

  /** For a page that came before Clever had answered. */
  @GetMapping("/classes/clever")
  ResponseEntity<String> clever(Viewer viewer, CsrfToken csrf) throws InterruptedException {
    return Html.page(pages.clever(lists.cleverWhenAnswered(Teachers.only(viewer)), csrf));
  }

  @GetMapping("/classes/new")
  ResponseEntity<String> form(Viewer viewer, CsrfToken csrf) {
    Teachers.only(viewer);
    return Html.page(pages.make(new Reader(viewer, csrf), Fields.NAME));
  }

  @PostMapping("/classes")
  ResponseEntity<String> make(
      @RequestParam(defaultValue = "") String name, Viewer viewer, CsrfToken csrf) {
    var teacher = Teachers.only(viewer);
    var wrong = Fields.wrongName(name);
    if (wrong.isPresent()) {
      var field = Fields.NAME.refused(name, wrong.get());
      return Html.page(
          HttpStatus.UNPROCESSABLE_CONTENT, pages.make(new Reader(viewer, csrf), field));
    }
    return Html.to(ClassPaths.of(classes.make(teacher, name).id()));
  }

  @PostMapping("/classes/join")
  ResponseEntity<String> join(
      @RequestParam(defaultValue = "") String code, Viewer viewer, CsrfToken csrf)
      throws InterruptedException {
    if (!viewer.person().attends()) {
      throw Html.notFound();
    }
    var reader = new Reader(viewer, csrf);
    return switch (classes.join(viewer.person(), code)) {
      case Joining.Joined(var joined) -> Html.to(ClassPaths.of(joined.id()));
      case Joining.NoSuchClass() ->
          list(
              reader,
              Fields.JOIN_CODE.refused(code, Fields.wrongCode(code)),
              HttpStatus.UNPROCESSABLE_CONTENT);
      case Joining.TooManyTries() ->
          list(
              reader,
              Fields.JOIN_CODE.refused(code, Fields.TOO_MANY_CODES),
              HttpStatus.TOO_MANY_REQUESTS);
    };
  }
}
