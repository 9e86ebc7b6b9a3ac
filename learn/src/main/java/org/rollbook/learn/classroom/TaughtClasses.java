package org.rollbook.learn.classroom;

import java.util.List;

/** The classes that somebody teaches, in the three groups of the Classes tab. */
record TaughtClasses(
    CleverArea clever, List<ClassCard> imported, List<ClassCard> byHand, List<ClassCard> archived) {
  static TaughtClasses grouped(CleverArea clever, List<ClassCard> cards) {
    return new TaughtClasses(
        clever,
        cards.stream().filter(card -> !card.archived() && card.imported()).toList(),
        cards.stream().filter(card -> !card.archived() && !card.imported()).toList(),
        cards.stream().filter(ClassCard::archived).toList());
  }
}
