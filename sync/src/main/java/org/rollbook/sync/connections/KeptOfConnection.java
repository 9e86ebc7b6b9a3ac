package org.rollbook.sync.connections;

/**
 * What is known of a connection's classes, and would be lost with it.
 *
 * @param classes classes of which the baseline knows what both sides last agreed on
 * @param keptChanges what people changed in these classes and the sync respects (G8, G9)
 * @param runs plans and runs with their journals
 * @param unfinished of these, runs that were begun and are not over
 */
public record KeptOfConnection(long classes, long keptChanges, long runs, long unfinished) {}
