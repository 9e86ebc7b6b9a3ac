package org.rollbook.hub.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Spring's opaque tokens, with the two letters that Clever's user tokens begin with. */
final class UserTokenGenerator implements OAuth2TokenGenerator<OAuth2AccessToken> {
  static final String PREFIX = "il";

  private final OAuth2AccessTokenGenerator opaque = new OAuth2AccessTokenGenerator();

  @Override
  public @Nullable OAuth2AccessToken generate(OAuth2TokenContext context) {
    var token = opaque.generate(context);
    return token == null
        ? null
        : new OAuth2AccessToken(
            token.getTokenType(),
            PREFIX + token.getTokenValue(),
            token.getIssuedAt(),
            token.getExpiresAt(),
            token.getScopes());
  }
}
