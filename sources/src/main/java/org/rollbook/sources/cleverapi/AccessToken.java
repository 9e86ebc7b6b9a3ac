package org.rollbook.sources.cleverapi;

/**
 * A bearer token: a district's for its roster, or a user's for {@code /me}.
 *
 * @param value never shown by {@link #toString}
 */
public record AccessToken(String value) {
  public AccessToken {
    if (value.isBlank() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException("the token is empty or holds characters no token has");
    }
  }

  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
