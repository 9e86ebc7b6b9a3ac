package org.rollbook.core.reconcile;

import java.util.List;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/**
 * What is to be done for one class, and what is known of it without doing anything.
 *
 * @param section which class
 * @param operations in the order in which they have to be done
 * @param notes what people should know and no call changes
 * @param settled the baseline as it is before any operation is answered: facts that need no call
 *     have moved on, facts with an operation stand as before. Absent while there is no class
 * @param wantsLook what look at the class at the target might change the plan, so that it should be
 *     looked at and reconciled again before the plan is shown
 */
public record ClassPlan(
    RecordId section,
    List<Operation> operations,
    List<Note> notes,
    Optional<ClassBaseline> settled,
    Look wantsLook) {
  public ClassPlan {
    operations = List.copyOf(operations);
    notes = List.copyOf(notes);
  }
}
