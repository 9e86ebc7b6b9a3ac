/**
 * From a delivered snapshot to the roster: read as a stream into staging tables, resolved and
 * compared in sets, held or applied in one transaction (H2 to H5, H8).
 */
@NullMarked
package org.rollbook.registry.intake;

import org.jspecify.annotations.NullMarked;
