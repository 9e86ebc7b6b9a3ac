package org.rollbook.learn.classroom;

import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.classes.Classes;
import org.rollbook.learn.classes.SeatsByHand;
import org.rollbook.learn.classroom.ClassroomPages.Reader;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.rollbook.learn.people.PersonId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page of one class. A class of others is answered as one that is not there, and so is a change
 * of a class that Clever keeps.
 */
@RestController
@RequestMapping("/classes/{number:\\d{1,18}}")
final class ClassController {
  private final Classes classes;
  private final SeatsByHand seats;
  private final ClassPage views;
  private final ClassroomPages pages;

  ClassController(Classes classes, SeatsByHand seats, ClassPage views, ClassroomPages pages) {
    this.classes = classes;
    this.seats = seats;
    this.views = views;
    this.pages = pages;
  }

  /** For its teachers; for its students what they see of it. */
  @GetMapping
  ResponseEntity<String> look(@PathVariable long number, Viewer viewer, CsrfToken csrf) {
    var reader = new Reader(viewer, csrf);
    var id = id(viewer, number);
    if (classes.mayTeach(viewer.person().id(), id)) {
      return Html.page(pages.taught(reader, views.taught(viewer.person(), id)));
    }
    if (classes.isOn(viewer.person().id(), id)) {
      return Html.page(pages.attended(reader, views.attended(viewer.person(), id)));
    }
    throw Html.notFound();
  }

  @PostMapping("/name")
  ResponseEntity<String> rename(
      @PathVariable long number,
      @RequestParam(defaultValue = "") String name,
      Viewer viewer,
      CsrfToken csrf) {
    var id = id(viewer, number);
    var wrong = Fields.wrongName(name);
    if (wrong.isEmpty()) {
      return done(id, classes.rename(viewer.person(), id, name));
    }
    if (!classes.mayTeach(viewer.person().id(), id)) {
      throw Html.notFound();
    }
    var page = views.taught(viewer.person(), id).renaming(name, wrong.get());
    return Html.page(
        HttpStatus.UNPROCESSABLE_CONTENT, pages.taught(new Reader(viewer, csrf), page));
  }

  @PostMapping("/archive")
  ResponseEntity<String> archive(@PathVariable long number, Viewer viewer) {
    var id = id(viewer, number);
    return done(id, classes.archive(viewer.person(), id));
  }

  @PostMapping("/restore")
  ResponseEntity<String> restore(@PathVariable long number, Viewer viewer) {
    var id = id(viewer, number);
    return done(id, classes.unarchive(viewer.person(), id));
  }

  @PostMapping("/code")
  ResponseEntity<String> newCode(@PathVariable long number, Viewer viewer) {
    var id = id(viewer, number);
    return done(id, seats.newCode(viewer.person(), id));
  }

  @PostMapping("/students/{student:\\d{1,18}}/remove")
  ResponseEntity<String> remove(
      @PathVariable long number, @PathVariable long student, Viewer viewer) {
    var id = id(viewer, number);
    return done(id, seats.remove(viewer.person(), id, new PersonId(id.district(), student)));
  }

  @PostMapping("/students/{student:\\d{1,18}}/return")
  ResponseEntity<String> putBack(
      @PathVariable long number, @PathVariable long student, Viewer viewer) {
    var id = id(viewer, number);
    return done(id, seats.putBack(viewer.person(), id, new PersonId(id.district(), student)));
  }

  private static ClassId id(Viewer viewer, long number) {
    return new ClassId(viewer.person().id().district(), number);
  }

  private static ResponseEntity<String> done(ClassId id, boolean did) {
    if (!did) {
      throw Html.notFound();
    }
    return Html.to(ClassPaths.of(id));
  }
}
