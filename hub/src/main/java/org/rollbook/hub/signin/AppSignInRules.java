package org.rollbook.hub.signin;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollbook.registry.people.People;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Apps;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;

/** Which requests of apps are good, and who may sign in with which app. */
final class AppSignInRules
    implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {
  /** Clever's word for a district that is not connected with the app. */
  static final String UNAUTHORIZED_USER = "unauthorized-user";

  private final Apps apps;
  private final People people;
  private final Audit audit;
  private final Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> springs =
      new OAuth2AuthorizationCodeRequestAuthenticationValidator();

  AppSignInRules(Apps apps, People people, Audit audit) {
    this.apps = apps;
    this.people = people;
    this.audit = audit;
  }

  @Override
  public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
    OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
    var client = context.getRegisteredClient();
    // Spring takes any port of this machine's own addresses; we compare exactly.
    if (asked.getRedirectUri() == null
        || !client.getRedirectUris().contains(asked.getRedirectUri())) {
      throw withoutRedirect(asked, "redirect_uri is not one that the app is registered with");
    }
    springs.accept(context);
    requireState(asked);
    App app = apps.withClientId(client.getClientId()).orElseThrow();
    requireSharingDistrict(asked, app);
    requireSharedPerson(asked, app);
  }

  private static void requireState(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
    boolean ours = asked.getAdditionalParameters().containsKey(InstantLoginController.INSTANT);
    if (!ours && (asked.getState() == null || asked.getState().isBlank())) {
      throw refusal(
          asked,
          asked.getRedirectUri(),
          OAuth2ErrorCodes.INVALID_REQUEST,
          "state is missing: without it the app cannot tell its own sign-in from a forged one");
    }
  }

  private void requireSharingDistrict(
      OAuth2AuthorizationCodeRequestAuthenticationToken asked, App app) {
    if (!(asked.getAdditionalParameters().get(DistrictParameter.NAME) instanceof String text)) {
      return;
    }
    boolean shares =
        DistrictParameter.read(text)
            .flatMap(people::district)
            .filter(district -> people.shares(district.number(), app.id()))
            .isPresent();
    if (!shares) {
      throw unauthorized(asked, "The district does not share with this app");
    }
  }

  private void requireSharedPerson(
      OAuth2AuthorizationCodeRequestAuthenticationToken asked, App app) {
    if (asked.getPrincipal() instanceof SignedIn who) {
      var person = who.person();
      if (people.person(person.district().number(), person.id(), app.id()).isEmpty()) {
        audit.note(
            Happening.APP_REFUSED,
            person,
            app.id(),
            Optional.ofNullable(asked.getDetails()).map(RemoteAddress::of).orElse(""));
        throw unauthorized(asked, "The district does not share this person with this app");
      }
    }
  }

  private static OAuth2AuthorizationCodeRequestAuthenticationException unauthorized(
      OAuth2AuthorizationCodeRequestAuthenticationToken asked, String says) {
    return refusal(asked, asked.getRedirectUri(), UNAUTHORIZED_USER, says);
  }

  private static OAuth2AuthorizationCodeRequestAuthenticationException withoutRedirect(
      OAuth2AuthorizationCodeRequestAuthenticationToken asked, String says) {
    return refusal(asked, null, OAuth2ErrorCodes.INVALID_REQUEST, says);
  }

  private static OAuth2AuthorizationCodeRequestAuthenticationException refusal(
      OAuth2AuthorizationCodeRequestAuthenticationToken asked,
      @Nullable String redirect,
      String code,
      String says) {
    return new OAuth2AuthorizationCodeRequestAuthenticationException(
        new OAuth2Error(code, says, null),
        new OAuth2AuthorizationCodeRequestAuthenticationToken(
            asked.getAuthorizationUri(),
            asked.getClientId(),
            (Authentication) asked.getPrincipal(),
            redirect,
            asked.getState(),
            asked.getScopes(),
            asked.getAdditionalParameters()));
  }
}
