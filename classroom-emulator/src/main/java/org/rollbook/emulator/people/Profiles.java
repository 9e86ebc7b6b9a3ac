package org.rollbook.emulator.people;

import org.rollbook.emulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** Writes an account as Classroom shows it: {@code UserProfile}. */
public final class Profiles {
  private static final String PHOTO = "//lh3.googleusercontent.example/a/default-user=s75";

  private Profiles() {}

  /**
   * The profile.
   *
   * @param withEmail the caller's token has the scope {@code classroom.profile.emails}
   * @param withPhoto the caller's token has the scope {@code classroom.profile.photos}
   */
  public static ObjectNode profile(Account account, boolean withEmail, boolean withPhoto) {
    ObjectNode profile = Json.object().put("id", account.id().text());
    if (account.deleted().isPresent()) {
      profile.putObject("name").put("fullName", "Unknown user");
      return profile;
    }
    ObjectNode name = profile.putObject("name");
    name.put("givenName", account.givenName()).put("familyName", account.familyName());
    name.put("fullName", account.fullName());
    if (withEmail) {
      profile.put("emailAddress", account.email());
    }
    if (withPhoto) {
      profile.put("photoUrl", PHOTO);
    }
    return profile;
  }
}
