package org.rollbook.sync.planning;

import java.util.Optional;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassFacts;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.target.ClassAddress;

/**
 * One class on its way to the reconciler.
 *
 * @param facts what source and baseline say, and what a look showed
 * @param school the section's school; the former one when the section is gone
 * @param address how to reach the class at the target
 * @param name what people call it: the section's name, or the class's former one
 */
public record PlannedClass(ClassFacts facts, RecordId school, ClassAddress address, String name) {

  PlannedClass observed(Observation observation) {
    var looked = new ClassFacts(facts.section(), facts.source(), facts.baseline(), observation);
    return new PlannedClass(looked, school, address, name);
  }

  Optional<ClassBaseline> baseline() {
    return facts.baseline();
  }
}
