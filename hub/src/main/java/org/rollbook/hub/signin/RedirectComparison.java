package org.rollbook.hub.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;

/**
 * Says {@code redirect_uri_mismatch} where Spring would say {@code invalid_grant}: Clever's clients
 * know both. All else Spring decides.
 */
final class RedirectComparison implements AuthenticationProvider {
  private static final OAuth2TokenType CODE = new OAuth2TokenType(OAuth2ParameterNames.CODE);

  private final OAuth2AuthorizationService authorizations;
  private final AuthenticationProvider springs;

  RedirectComparison(OAuth2AuthorizationService authorizations, AuthenticationProvider springs) {
    this.authorizations = authorizations;
    this.springs = springs;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication authentication) {
    var asked = (OAuth2AuthorizationCodeAuthenticationToken) authentication;
    var found = authorizations.findByToken(asked.getCode(), CODE);
    if (found != null && ofThisApp(found, asked) && !sameRedirect(found, asked)) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error(
              "redirect_uri_mismatch",
              "redirect_uri is not the one that the code was asked with",
              null));
    }
    return springs.authenticate(authentication);
  }

  private static boolean ofThisApp(
      OAuth2Authorization found, OAuth2AuthorizationCodeAuthenticationToken asked) {
    return asked.getPrincipal() instanceof Authentication client
        && client.getName().equals(found.getRegisteredClientId());
  }

  private static boolean sameRedirect(
      OAuth2Authorization found, OAuth2AuthorizationCodeAuthenticationToken asked) {
    OAuth2AuthorizationRequest request =
        found.getAttribute(OAuth2AuthorizationRequest.class.getName());
    return request != null
        && String.valueOf(request.getRedirectUri()).equals(asked.getRedirectUri());
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return springs.supports(authentication);
  }
}
