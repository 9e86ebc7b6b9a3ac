package org.rollbook.hub.clever;

import java.util.Optional;

/** Whom the tokens that apps get at sign-in are of. */
public interface UserTokens {
  /** The person whose token it is; absent when it is unknown, expired, revoked or un-shared. */
  Optional<SignedInPerson> person(String token);
}
