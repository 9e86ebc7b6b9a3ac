package org.rollbook.hub.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What is Rollbook's, and Clever's, about Spring's authorization server. */
final class AppSignIn implements Customizer<OAuth2AuthorizationServerConfigurer> {
  private static final Duration ID_TOKEN = Duration.ofHours(1);

  /** What Spring's server could do and this one does not. */
  private static final List<String> NOT_SERVED =
      List.of(
          "end_session_endpoint",
          "revocation_endpoint",
          "revocation_endpoint_auth_methods_supported",
          "introspection_endpoint",
          "introspection_endpoint_auth_methods_supported",
          "tls_client_certificate_bound_access_tokens",
          "dpop_signing_alg_values_supported");

  private final SignIn signIn;
  private final JWKSource<SecurityContext> keys;
  private final SignInPages pages;

  AppSignIn(SignIn signIn, JWKSource<SecurityContext> keys, SignInPages pages) {
    this.signIn = signIn;
    this.keys = keys;
    this.pages = pages;
  }

  @Override
  public void customize(OAuth2AuthorizationServerConfigurer server) {
    server
        .registeredClientRepository(new KnownApps(signIn.apps()))
        .authorizationService(signIn.authorizations())
        .tokenGenerator(tokens())
        .authorizationEndpoint(endpoint ->
            endpoint
                .authorizationRequestConverters(all -> {
                  all.clear();
                  all.add(new AuthorizationRequests());
                })
                .authenticationProviders(this::addRules)
                .errorResponseHandler(new AuthorizationTrouble(pages)))
        .tokenEndpoint(endpoint -> endpoint.authenticationProviders(this::compareRedirects))
        .oidc(this::openId)
        .withObjectPostProcessor(enteredApps());
  }

  private void addRules(List<AuthenticationProvider> providers) {
    for (var provider : providers) {
      if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
        requests.setAuthenticationValidator(
            new AppSignInRules(signIn.apps(), signIn.people(), signIn.audit()));
      }
    }
  }

  private void compareRedirects(List<AuthenticationProvider> providers) {
    providers.replaceAll(provider ->
        provider instanceof OAuth2AuthorizationCodeAuthenticationProvider codes
            ? new RedirectComparison(signIn.authorizations(), codes)
            : provider);
  }

  private OAuth2TokenGenerator<?> tokens() {
    var idTokens = new JwtGenerator(new NimbusJwtEncoder(keys));
    idTokens.setJwtCustomizer(AppSignIn::complete);
    return new DelegatingOAuth2TokenGenerator(idTokens, new UserTokenGenerator());
  }

  private static void complete(JwtEncodingContext context) {
    if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)
        && context.getPrincipal() instanceof SignedIn who) {
      context
          .getClaims()
          .claims(claims -> {
            if (claims.get("iat") instanceof Instant issued) {
              claims.put("exp", issued.plus(ID_TOKEN));
            }
            claims.putAll(Claims.ofIdToken(who.person()));
          });
    }
  }

  private void openId(OidcConfigurer openId) {
    openId.userInfoEndpoint(
        endpoint -> endpoint.userInfoMapper(asked -> userInfo(asked.getAuthorization())));
    openId.providerConfigurationEndpoint(
        endpoint -> endpoint.providerConfigurationCustomizer(AppSignIn::discovery));
  }

  private static OidcUserInfo userInfo(OAuth2Authorization authorization) {
    SignedIn who = authorization.getAttribute(Principal.class.getName());
    if (who == null) {
      throw new IllegalStateException("an authorization without a person");
    }
    return new OidcUserInfo(Claims.ofUserInfo(who.person()));
  }

  private static void discovery(OidcProviderConfiguration.Builder document) {
    document.claims(claims -> {
      NOT_SERVED.forEach(claims::remove);
      claims.put("grant_types_supported", List.of("authorization_code"));
      claims.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
      claims.put(
          "claims_supported",
          List.of(
              "sub",
              "user_id",
              "multi_role_user_id",
              "user_type",
              "district",
              "email",
              "given_name",
              "family_name",
              "nonce"));
    });
  }

  /**
   * In the place where Spring would begin a servlet session for each sign-in, to tell apps of its
   * end, which Clever's do not ask for: the note that somebody went to an app.
   */
  private ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> enteredApps() {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends OAuth2AuthorizationEndpointFilter> O postProcess(O filter) {
        filter.setSessionAuthenticationStrategy((authentication, request, response) ->
            entered(authentication, new WebAuthenticationDetails(request)));
        return filter;
      }
    };
  }

  private void entered(Authentication authentication, WebAuthenticationDetails from) {
    if (authentication instanceof OAuth2AuthorizationCodeRequestAuthenticationToken answered
        && answered.getPrincipal() instanceof SignedIn who) {
      signIn
          .apps()
          .withClientId(answered.getClientId())
          .ifPresent(app ->
              signIn
                  .audit()
                  .note(Happening.APP_ENTERED, who.person(), app.id(), RemoteAddress.of(from)));
    }
  }
}
