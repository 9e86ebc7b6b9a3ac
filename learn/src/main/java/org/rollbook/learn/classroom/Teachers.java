package org.rollbook.learn.classroom;

import org.rollbook.learn.pages.Html;
import org.rollbook.learn.pages.Viewer;
import org.rollbook.learn.people.Person;

/** Pages that are for teachers. */
final class Teachers {
  private Teachers() {}

  /** Who looks, if they teach; for others the page is not there. */
  static Person only(Viewer viewer) {
    if (!viewer.person().teaches()) {
      throw Html.notFound();
    }
    return viewer.person();
  }
}
