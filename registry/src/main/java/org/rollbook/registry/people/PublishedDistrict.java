package org.rollbook.registry.people;

import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.intake.DistrictKey;

/**
 * A district that shares with at least one app.
 *
 * @param key its name in this installation
 * @param record the id by which apps know it
 * @param number its number in the database
 */
public record PublishedDistrict(DistrictKey key, RecordId record, int number) {}
