package org.rollbook.learn.assignments;

import java.util.Optional;
import org.rollbook.learn.classes.ClassAccess;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.classes.LearningClass;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Finds what a page is about, for those who may see it. Addresses hold numbers only; the district
 * is always the viewer's own, so that no number leads into another one.
 */
final class Visits {
  private final AssignmentRows rows;
  private final ClassAccess access;

  Visits(LearnDatabase database, ClassAccess access) {
    this.rows = new AssignmentRows(database);
    this.access = access;
  }

  /** An assignment and its class. */
  record Visit(Assignment assignment, LearningClass learningClass) {}

  /** The class, for one of its teachers; anybody else is told that there is none. */
  LearningClass taught(Viewer viewer, long number) {
    var person = viewer.person().id();
    return access
        .taught(new ClassId(person.district(), number), person)
        .orElseThrow(Html::notFound);
  }

  /** The same, if the class is in use: an archived one is only read. */
  LearningClass taughtNow(Viewer viewer, long number) {
    return inUse(taught(viewer, number));
  }

  /** The assignment, if the viewer teaches its class. */
  Optional<Visit> asTeacher(Viewer viewer, long number) {
    return find(viewer, number)
        .flatMap(found ->
            access
                .taught(found.classId(), viewer.person().id())
                .map(taught -> new Visit(found, taught)));
  }

  /** The assignment, to be changed by a teacher of its class. */
  Visit toChange(Viewer viewer, long number) {
    var visit = asTeacher(viewer, number).orElseThrow(Html::notFound);
    inUse(visit.learningClass());
    return visit;
  }

  /** The assignment for a student who is on its class now, once it is published. */
  Visit asStudent(Viewer viewer, long number) {
    return find(viewer, number)
        .filter(Assignment::published)
        .flatMap(found ->
            access
                .attended(found.classId(), viewer.person().id())
                .map(attended -> new Visit(found, attended)))
        .orElseThrow(Html::notFound);
  }

  private Optional<Assignment> find(Viewer viewer, long number) {
    return rows.find(new AssignmentId(viewer.person().id().district(), number));
  }

  private static LearningClass inUse(LearningClass taught) {
    if (taught.archived()) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    return taught;
  }
}
