package org.rollbook.sync.planning;

import java.util.List;
import java.util.Optional;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassFacts;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.reconcile.LateAnswers;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;

/**
 * One class on its way to the reconciler.
 *
 * @param facts what source and baseline say, and what a look showed
 * @param stored what the tables know of the class; absent when they know of none
 * @param school the section's school; the former one when the section is gone
 * @param address how to reach the class at the target
 * @param name what people call it: the section's name, or the class's former one
 * @param unanswered what earlier runs sent without ever getting an answer, in order; only a look
 *     can tell what became of it
 */
public record PlannedClass(
    ClassFacts facts,
    Optional<Stored> stored,
    RecordId school,
    ClassAddress address,
    String name,
    List<Unanswered> unanswered) {
  public PlannedClass {
    unanswered = List.copyOf(unanswered);
  }

  /** The part of a class that only a run writes. */
  public record Stored(ClassBaseline baseline, RecordId school) {}

  /** The class after a look, which is also the answer to what never got one. */
  PlannedClass observed(Looked looked) {
    var sent =
        unanswered.stream()
            .filter(question -> question.mayHaveDone(looked))
            .map(Unanswered::operation)
            .toList();
    var agreed = LateAnswers.heard(facts.section(), facts.baseline(), sent, looked.observation());
    var seen = new ClassFacts(facts.section(), facts.source(), agreed, looked.observation());
    return new PlannedClass(seen, stored, school, looked.address(), name, unanswered);
  }

  Optional<ClassBaseline> baseline() {
    return facts.baseline();
  }

  /** What a run of the plan has to store before any operation; absent when all of it is stored. */
  Optional<ClassBaseline> toSettle(ClassPlan plan) {
    return plan.settled()
        .filter(settled -> !stored.equals(Optional.of(new Stored(settled, school))));
  }
}
