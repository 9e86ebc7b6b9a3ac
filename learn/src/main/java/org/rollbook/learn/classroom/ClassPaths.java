package org.rollbook.learn.classroom;

import org.rollbook.learn.classes.ClassId;

/** Where pages are. A district is never part of it: it is the reader's own. */
final class ClassPaths {
  private ClassPaths() {}

  static String of(ClassId id) {
    return "/classes/" + id.number();
  }
}
