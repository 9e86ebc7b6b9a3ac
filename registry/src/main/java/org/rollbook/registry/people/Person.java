package org.rollbook.registry.people;

import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/**
 * A student or adult as apps see them.
 *
 * @param district where they belong
 * @param id the id in Clever's API v3, the same for all of an adult's roles
 * @param role as what they sign in
 * @param legacyId the id of that role alone, as before API v3; hex digits
 * @param givenName as published, empty text without one
 * @param familyName as published, empty text without one
 * @param email absent without one, or for an app that is not sent it
 */
public record Person(
    PublishedDistrict district,
    RecordId id,
    PersonRole role,
    String legacyId,
    String givenName,
    String familyName,
    Optional<String> email) {
  /** Without what is known of them: a log needs no more. */
  @Override
  public String toString() {
    return "Person[" + district.key() + ", " + id + "]";
  }
}
