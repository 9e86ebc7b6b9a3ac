package org.rollbook.hub.clever;

import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.AppId;

/**
 * Somebody who signed in with an app.
 *
 * @param app the app
 * @param district the person's district
 * @param user the person's id in Clever's API v3
 * @param type the role of this sign-in: student, teacher, staff or district_admin
 */
public record SignedInPerson(AppId app, DistrictKey district, RecordId user, String type) {}
