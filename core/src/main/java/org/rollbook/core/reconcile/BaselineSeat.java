package org.rollbook.core.reconcile;

import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/**
 * What we last knew of one account in one class.
 *
 * @param person whose account it was; absent when a person put somebody there whom the source does
 *     not know
 * @param agreement the seat, as source and target had it
 */
public record BaselineSeat(Optional<RecordId> person, SeatAgreement agreement) {}
