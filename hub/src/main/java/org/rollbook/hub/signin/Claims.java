package org.rollbook.hub.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rollbook.registry.people.Person;

/**
 * What apps are told of a person who signs in with them, in Clever's words (Clever's documentation
 * of the ID token and of {@code GET /userinfo}): {@code user_id} is the id of the role, {@code
 * multi_role_user_id} that of API v3.
 */
final class Claims {
  private Claims() {}

  static Map<String, Object> ofIdToken(Person person) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("user_id", person.legacyId());
    claims.put("multi_role_user_id", person.id().hex());
    claims.put("user_type", person.role().word());
    claims.put("district", person.district().record().hex());
    claims.put("given_name", person.givenName());
    claims.put("family_name", person.familyName());
    person.email().ifPresent(email -> claims.put("email", email));
    return claims;
  }

  static Map<String, Object> ofUserInfo(Person person) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", person.id().hex());
    claims.putAll(ofIdToken(person));
    claims.put("district_id", person.district().record().hex());
    claims.put("name", Map.of("first", person.givenName(), "last", person.familyName()));
    // The roster says so; nobody has sent a letter there.
    claims.put("email_verified", false);
    return claims;
  }
}
