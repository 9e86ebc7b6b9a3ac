package org.rollbook.sources.generator;

import java.util.List;

/** The first semester's sections end and the second's begin, with the same students. */
final class TermTurn {
  private final Draft draft;
  private final Term from;
  private final Term to;

  TermTurn(Draft draft, Term from, Term to) {
    this.draft = draft;
    this.from = from;
    this.to = to;
  }

  Move move() {
    List<GeneratedSection> ending =
        draft.sections().stream()
            .filter(section -> section.open() && section.offer().term().equals(from))
            .toList();
    ending.forEach(this::follow);
    return new Move.TermTurned(from.name(), to.name(), ending.size(), ending.size());
  }

  private void follow(GeneratedSection old) {
    GeneratedSection.Offer ended = old.offer();
    Course course = draft.ground().catalogue().after(ended.grade(), ended.course());
    var offer =
        new GeneratedSection.Offer(
            draft.sections().size(),
            ended.school(),
            ended.grade(),
            course,
            to,
            ended.group(),
            ended.period());
    draft.put(old.closed());
    draft.add(GeneratedSection.open(offer, old.teacher(), old.coTeachers(), old.students()));
  }
}
