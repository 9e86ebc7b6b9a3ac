package org.rollbook.hub.signin;

import java.util.List;
import java.util.Map;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** A person's token opens {@code /userinfo}, and no other address of signing in. */
final class UserInfoAccess implements Customizer<OAuth2ResourceServerConfigurer<HttpSecurity>> {
  private final Authorizations authorizations;

  UserInfoAccess(Authorizations authorizations) {
    this.authorizations = authorizations;
  }

  @Override
  public void customize(OAuth2ResourceServerConfigurer<HttpSecurity> access) {
    var header = new DefaultBearerTokenResolver();
    access
        // Elsewhere it must not count as somebody who is signed in.
        .bearerTokenResolver(request ->
            request.getRequestURI().equals(SignInPaths.USER_INFO) ? header.resolve(request) : null)
        // Spring's server asks for JWTs here by itself; our tokens are none.
        .jwt(tokens -> tokens.authenticationManager(this::authenticate));
  }

  private Authentication authenticate(Authentication asked) {
    var token = ((BearerTokenAuthenticationToken) asked).getToken();
    var good =
        authorizations
            .good(token)
            .orElseThrow(
                () -> new InvalidBearerTokenException("The token is unknown, expired or revoked"));
    var access = good.getAccessToken();
    if (access == null) {
      throw new IllegalStateException("a good authorization without a token");
    }
    return new BearerTokenAuthentication(
        new DefaultOAuth2AuthenticatedPrincipal(
            good.getPrincipalName(), Map.of("sub", good.getPrincipalName()), List.of()),
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER,
            token,
            access.getToken().getIssuedAt(),
            access.getToken().getExpiresAt(),
            java.util.Set.of(OidcScopes.OPENID)),
        List.of());
  }
}
