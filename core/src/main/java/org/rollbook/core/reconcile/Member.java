package org.rollbook.core.reconcile;

import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/**
 * Whom an operation concerns.
 *
 * @param account the account it acts on
 * @param person whose account it is; absent when the source does not know
 */
public record Member(AccountId account, Optional<RecordId> person) {}
