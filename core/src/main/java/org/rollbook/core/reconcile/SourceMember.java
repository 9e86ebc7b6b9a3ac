package org.rollbook.core.reconcile;

import org.rollbook.core.roster.RecordId;

/**
 * A person whom the source puts in a class.
 *
 * @param person who
 * @param match which account is theirs
 */
public record SourceMember(RecordId person, AccountMatch match) {}
