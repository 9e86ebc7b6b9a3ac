package org.rollbook.learn.classroom;

import java.util.List;
import org.rollbook.learn.classes.TeachersClasses;
import org.rollbook.learn.classes.TeachersClasses.Listed;
import org.rollbook.learn.people.Person;

/** The classes that somebody teaches, in the three groups of the Classes tab. */
record TaughtClasses(
    CleverArea clever, List<ClassCard> imported, List<ClassCard> byHand, List<ClassCard> archived) {
  static TaughtClasses of(CleverArea clever, TeachersClasses classes, Person teacher) {
    return new TaughtClasses(
        clever,
        cards(classes.synced(), teacher),
        cards(classes.byHand(), teacher),
        cards(classes.archived(), teacher));
  }

  private static List<ClassCard> cards(List<Listed> classes, Person teacher) {
    return classes.stream().map(listed -> ClassCard.of(listed, teacher)).toList();
  }
}
