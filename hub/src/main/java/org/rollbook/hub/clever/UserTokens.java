package org.rollbook.hub.clever;

import java.util.Optional;

/** The tokens that apps get for people who sign in with them. */
public interface UserTokens {
  /** Where nobody can sign in. */
  UserTokens NONE = token -> Optional.empty();

  /** Who signed in; absent when the token is unknown or has expired. */
  Optional<SignedInPerson> person(String token);
}
