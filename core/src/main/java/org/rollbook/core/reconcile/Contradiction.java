package org.rollbook.core.reconcile;

import org.rollbook.core.roster.RecordId;

/**
 * Something in a finished plan that cannot be right: a bug in whoever made the plan, never bad
 * data.
 *
 * @param section the class
 * @param operation the operation at fault
 * @param says what is wrong with it
 */
public record Contradiction(RecordId section, Operation operation, String says) {}
