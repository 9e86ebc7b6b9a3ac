package org.rollbook.sources.cleverapi;

import java.io.IOException;

/** Where a client's token comes from. Used by several threads. */
public interface TokenSource {
  /** The token to ask with. */
  AccessToken current() throws IOException;

  /**
   * Called once when {@code refused} was answered with 401: tokens rotate.
   *
   * @return another token, or the same when there is no other
   */
  AccessToken renewed(AccessToken refused) throws IOException;

  /** One token that is never renewed, for example that of a person who has just signed in. */
  static TokenSource fixed(AccessToken token) {
    return new TokenSource() {
      @Override
      public AccessToken current() {
        return token;
      }

      @Override
      public AccessToken renewed(AccessToken refused) {
        return token;
      }
    };
  }
}
