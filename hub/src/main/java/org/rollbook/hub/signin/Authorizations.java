package org.rollbook.hub.signin;

import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rollbook.registry.sharing.Apps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Codes and tokens in the database, as digests: any node redeems what another gave out, and none
 * can tell a token that it has not just made. A code is redeemed once, also when two nodes are
 * asked at the same instant.
 */
final class Authorizations implements OAuth2AuthorizationService {
  private final JdbcClient jdbc;
  private final Apps apps;
  private final StoredAuthorizations stored;
  private final InstantSource clock;

  Authorizations(JdbcClient jdbc, Apps apps, StoredAuthorizations stored, InstantSource clock) {
    this.jdbc = jdbc;
    this.apps = apps;
    this.stored = stored;
    this.clock = clock;
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    if (inserted(authorization)) {
      return;
    }
    var token = authorization.getAccessToken();
    if (token == null) {
      useUp(authorization);
    } else if (token.isInvalidated()) {
      revoke(authorization);
    } else if (!redeemed(authorization, token.getToken())) {
      // Somebody else has the code, too: nobody keeps what it was turned into.
      revoke(authorization);
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  private boolean inserted(OAuth2Authorization authorization) {
    OAuth2AuthorizationRequest request = request(authorization);
    SignedIn who = authorization.getAttribute(java.security.Principal.class.getName());
    var code = authorization.getToken(OAuth2AuthorizationCode.class);
    if (who == null || code == null) {
      throw new IllegalStateException("an authorization without a person or a code");
    }
    return jdbc.sql(
                """
                insert into signin_authorization (id, app_id, district_id, person_id, redirect_uri,
                  nonce, code_challenge, code_digest, code_issued_at, code_expires_at)
                values (:id, :app, :district, :person, :redirect, :nonce, :challenge, :code,
                  :issued, :expires)
                on conflict (id) do nothing
                """)
            .param("id", id(authorization))
            .param("app", apps.withClientId(request.getClientId()).orElseThrow().id().number())
            .param("district", who.person().district().number())
            .param("person", who.person().id().number())
            .param("redirect", request.getRedirectUri())
            .param("nonce", parameter(request, OidcParameterNames.NONCE), Types.VARCHAR)
            .param(
                "challenge", parameter(request, PkceParameterNames.CODE_CHALLENGE), Types.VARCHAR)
            .param("code", Tokens.digest(code.getToken().getTokenValue()))
            .param("issued", utc(code.getToken().getIssuedAt()))
            .param("expires", utc(code.getToken().getExpiresAt()))
            .update()
        == 1;
  }

  private static @Nullable String parameter(OAuth2AuthorizationRequest request, String name) {
    return request.getAdditionalParameters().get(name) instanceof String text ? text : null;
  }

  private static OAuth2AuthorizationRequest request(OAuth2Authorization authorization) {
    OAuth2AuthorizationRequest request =
        authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
    if (request == null) {
      throw new IllegalStateException("an authorization without its request");
    }
    return request;
  }

  private boolean redeemed(OAuth2Authorization authorization, OAuth2AccessToken token) {
    return jdbc.sql(
                """
                update signin_authorization set code_used_at = :now, token_digest = :token,
                  token_issued_at = :issued, token_expires_at = :expires
                where id = :id and code_used_at is null
                """)
            .param("now", utc(clock.instant()))
            .param("token", Tokens.digest(token.getTokenValue()))
            .param("issued", utc(token.getIssuedAt()))
            .param("expires", utc(token.getExpiresAt()))
            .param("id", id(authorization))
            .update()
        == 1;
  }

  private void revoke(OAuth2Authorization authorization) {
    jdbc.sql("update signin_authorization set token_revoked_at = :now where id = :id")
        .param("now", utc(clock.instant()))
        .param("id", id(authorization))
        .update();
  }

  private void useUp(OAuth2Authorization authorization) {
    jdbc.sql(
            "update signin_authorization set code_used_at = coalesce(code_used_at, :now) where id = :id")
        .param("now", utc(clock.instant()))
        .param("id", id(authorization))
        .update();
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    jdbc.sql("delete from signin_authorization where id = :id")
        .param("id", id(authorization))
        .update();
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return stored.with("id", UUID.fromString(id), "").orElse(null);
  }

  /** Only codes and access tokens: of no other kind do we know any again. */
  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    Optional<OAuth2Authorization> found = Optional.empty();
    if (type == null || OAuth2TokenType.ACCESS_TOKEN.equals(type)) {
      found = stored.with("token_digest", Tokens.digest(token), token);
    }
    if (found.isEmpty() && (type == null || OAuth2ParameterNames.CODE.equals(type.getValue()))) {
      found = stored.with("code_digest", Tokens.digest(token), token);
    }
    return found.orElse(null);
  }

  /** The authorization whose access token {@code token} is, if it is good now. */
  Optional<OAuth2Authorization> good(String token) {
    return Optional.ofNullable(findByToken(token, OAuth2TokenType.ACCESS_TOKEN))
        .filter(found -> {
          OAuth2Authorization.Token<? extends OAuth2Token> access = found.getAccessToken();
          return access != null && access.isActive();
        });
  }

  private static UUID id(OAuth2Authorization authorization) {
    return UUID.fromString(authorization.getId());
  }

  private static OffsetDateTime utc(@Nullable Instant instant) {
    if (instant == null) {
      throw new IllegalStateException("a token without a time");
    }
    return instant.atOffset(ZoneOffset.UTC);
  }
}
