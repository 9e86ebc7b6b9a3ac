package org.rollbook.hub.clever;

import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.AppId;

/**
 * Somebody who signed in.
 *
 * @param app the app that they signed in with
 * @param user the id by which that app knows them
 * @param type what they signed in as: {@code student}, {@code teacher}, {@code staff}, {@code
 *     district_admin} or {@code contact}
 */
public record SignedInPerson(AppId app, DistrictKey district, RecordId user, String type) {}
