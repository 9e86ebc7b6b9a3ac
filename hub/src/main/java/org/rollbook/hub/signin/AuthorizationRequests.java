package org.rollbook.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads what apps ask for as Spring does, but for the scope: Clever's clients send none, or words
 * of former APIs, and get an ID token all the same. What a person's token opens is fixed.
 */
final class AuthorizationRequests implements AuthenticationConverter {
  private static final String PUSHED = "request_uri";

  private final AuthenticationConverter spring =
      new OAuth2AuthorizationCodeRequestAuthenticationConverter();

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    if (request.getParameter(PUSHED) == null
        && spring.convert(request)
            instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
      return new OAuth2AuthorizationCodeRequestAuthenticationToken(
          asked.getAuthorizationUri(),
          asked.getClientId(),
          (Authentication) asked.getPrincipal(),
          asked.getRedirectUri(),
          asked.getState(),
          Set.of(OidcScopes.OPENID),
          new HashMap<>(asked.getAdditionalParameters()));
    }
    throw new OAuth2AuthorizationCodeRequestAuthenticationException(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST), null);
  }
}
