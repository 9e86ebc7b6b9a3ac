package org.rollbook.hub.signin;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Apps;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The registered apps, as Spring's authorization server wants its clients. */
final class KnownApps implements RegisteredClientRepository {
  private static final TokenSettings TOKENS =
      TokenSettings.builder()
          .authorizationCodeTimeToLive(Duration.ofMinutes(1))
          .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
          .accessTokenTimeToLive(Duration.ofDays(1))
          .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
          .build();

  // Clever's clients send no proof key. One that does is held to it.
  private static final ClientSettings SETTINGS =
      ClientSettings.builder().requireProofKey(false).requireAuthorizationConsent(false).build();

  private final Apps apps;

  KnownApps(Apps apps) {
    this.apps = apps;
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException("apps are registered by administrators");
  }

  /** The client id is the only id that Spring sees. */
  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    return apps.withClientId(clientId).map(KnownApps::client).orElse(null);
  }

  static RegisteredClient client(App app) {
    return RegisteredClient.withId(app.clientId())
        .clientId(app.clientId())
        // What to compare with is Apps' to know: see Secrets.
        .clientSecret(app.clientId())
        .clientName(app.about().name())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUris(
            all -> app.about().redirectUris().stream().map(URI::toString).forEach(all::add))
        .scope(OidcScopes.OPENID)
        .clientSettings(SETTINGS)
        .tokenSettings(TOKENS)
        .build();
  }

  /** Compares an app's secret where the digest of it is: in {@link Apps}. */
  record Secrets(Apps apps) implements PasswordEncoder {
    @Override
    public String encode(@Nullable CharSequence secret) {
      throw new UnsupportedOperationException("secrets of apps are made by Apps");
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String clientId) {
      return secret != null
          && clientId != null
          && apps.authenticated(clientId, secret.toString()).isPresent();
    }
  }
}
