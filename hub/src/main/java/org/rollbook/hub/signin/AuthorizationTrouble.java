package org.rollbook.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Tells an app that its request was refused, where the address to tell it at is certainly the
 * app's; otherwise the person, with a page. As Spring's own, but for the page.
 */
final class AuthorizationTrouble implements AuthenticationFailureHandler {
  private final SignInPages pages;

  AuthorizationTrouble(SignInPages pages) {
    this.pages = pages;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException trouble)
      throws IOException {
    var refused = (OAuth2AuthorizationCodeRequestAuthenticationException) trouble;
    var asked = refused.getAuthorizationCodeRequestAuthentication();
    if (asked == null || asked.getRedirectUri() == null) {
      Answers.page(
          response,
          400,
          pages.trouble(
              "This app cannot sign you in",
              "The app's request is not one that Rollbook can answer: the app is not known here, or"
                  + " it is registered with another address to come back to. Tell whoever runs the"
                  + " app, or your school's administrator."));
    } else {
      response.sendRedirect(address(asked.getRedirectUri(), asked, refused.getError()));
    }
  }

  private static String address(
      String redirect, OAuth2AuthorizationCodeRequestAuthenticationToken asked, OAuth2Error error) {
    var address = UriComponentsBuilder.fromUriString(redirect);
    add(address, "error", error.getErrorCode());
    add(address, "error_description", error.getDescription());
    add(address, "state", asked.getState());
    // Whatever was to be encoded is.
    return address.build(true).toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      address.queryParam(name, UriUtils.encode(value, UTF_8));
    }
  }
}
