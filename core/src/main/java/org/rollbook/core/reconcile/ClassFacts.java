package org.rollbook.core.reconcile;

import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/**
 * The three things that every decision looks at, for one class.
 *
 * @param section which class
 * @param source what the source says now; absent when the section is not in the share
 * @param baseline what was last agreed; absent when we know of no class for the section
 * @param observation what a look at the target showed, if anybody looked
 */
public record ClassFacts(
    RecordId section,
    Optional<SourceClass> source,
    Optional<ClassBaseline> baseline,
    Observation observation) {}
