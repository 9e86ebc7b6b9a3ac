package org.rollbook.hub.clever;

import java.util.Optional;
import org.rollbook.registry.sharing.Sharing;

/** Finds out whose a token is; asked anew each time, so that a void token is void at once. */
final class Callers {
  private final Sharing sharing;
  private final UserTokens userTokens;

  Callers(Sharing sharing, UserTokens userTokens) {
    this.sharing = sharing;
    this.userTokens = userTokens;
  }

  Optional<Caller> with(String token) {
    return sharing
        .reader(token)
        .<Caller>map(Caller.District::new)
        .or(() -> userTokens.person(token).flatMap(this::person));
  }

  /** Nobody any more when the district has taken its share back. */
  private Optional<Caller> person(SignedInPerson person) {
    return sharing
        .reader(person.app(), person.district())
        .map(reader -> new Caller.Person(reader, person.user()));
  }
}
