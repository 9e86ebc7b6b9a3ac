package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.util.Optional;

/**
 * A district's token, asked for at the tokens endpoint when it is first needed, and when refused.
 */
public final class DistrictTokens implements TokenSource {
  private final CleverOAuth oauth;
  private final String district;
  private Optional<AccessToken> known = Optional.empty();

  /**
   * @param district Clever's id of the district
   */
  public DistrictTokens(CleverOAuth oauth, String district) {
    this.oauth = oauth;
    this.district = district;
  }

  @Override
  public synchronized AccessToken current() throws IOException {
    return known.isPresent() ? known.get() : fetched();
  }

  @Override
  public synchronized AccessToken renewed(AccessToken refused) throws IOException {
    // Another thread may have fetched the new one already.
    boolean renewedMeanwhile = known.isPresent() && !known.get().equals(refused);
    return renewedMeanwhile ? known.get() : fetched();
  }

  private AccessToken fetched() throws IOException {
    AccessToken token =
        oauth
            .grant(district)
            .orElseThrow(() ->
                new CleverException.Unauthorised(
                    "There is no token for district %s: it is not connected to this app (any more)."
                        .formatted(district)))
            .token();
    known = Optional.of(token);
    return token;
  }
}
