package org.rollbook.hub.signin;

import java.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.sharing.AppId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Rows of codes and tokens, as Spring's authorization server wants them. Where it wants a token
 * that is stored as a digest, it gets a word in its place.
 */
final class StoredAuthorizations {
  private static final String NOT_KEPT = "not-kept";

  private final JdbcClient jdbc;
  private final People people;
  private final String issuer;

  StoredAuthorizations(JdbcClient jdbc, People people, String issuer) {
    this.jdbc = jdbc;
    this.people = people;
    this.issuer = issuer;
  }

  /**
   * The authorization whose {@code column} is {@code value}; absent also when the person is not
   * shared with the app any more, for then neither code nor token opens anything.
   *
   * @param token what was asked with, empty text when it was neither code nor token
   */
  Optional<OAuth2Authorization> with(String column, Object value, String token) {
    return jdbc.sql(
            "select z.*, a.client_id from signin_authorization z join app a on a.id = z.app_id"
                + " where z."
                + column
                + " = :value")
        .param("value", value)
        .query((row, number) -> read(row, column, token))
        .optional()
        .flatMap(found -> found);
  }

  private Optional<OAuth2Authorization> read(ResultSet row, String column, String token)
      throws SQLException {
    var person =
        people.person(
            row.getInt("district_id"),
            new RecordId(row.getLong("person_id")),
            new AppId(row.getInt("app_id")));
    if (person.isEmpty()) {
      return Optional.empty();
    }
    var found = begun(row, person.get());
    addCode(found, row, column.equals("code_digest") ? token : NOT_KEPT);
    if (row.getBytes("token_digest") != null) {
      addTokens(found, row, column.equals("token_digest") ? token : NOT_KEPT, person.get());
    }
    return Optional.of(found.build());
  }

  private OAuth2Authorization.Builder begun(ResultSet row, Person person) throws SQLException {
    return OAuth2Authorization.withRegisteredClient(client(row.getString("client_id")))
        .id(row.getString("id"))
        .principalName(person.id().hex())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizedScopes(Set.of(OidcScopes.OPENID))
        .attribute(Principal.class.getName(), new SignedIn(person))
        .attribute(OAuth2AuthorizationRequest.class.getName(), request(row));
  }

  /** Of the client only its id is taken. */
  private static RegisteredClient client(String clientId) {
    return RegisteredClient.withId(clientId)
        .clientId(clientId)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .build();
  }

  private OAuth2AuthorizationRequest request(ResultSet row) throws SQLException {
    Map<String, Object> parameters = new HashMap<>();
    put(parameters, OidcParameterNames.NONCE, row.getString("nonce"));
    var challenge = row.getString("code_challenge");
    if (challenge != null) {
      parameters.put(PkceParameterNames.CODE_CHALLENGE, challenge);
      // No other is taken.
      parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(issuer + SignInPaths.AUTHORIZE)
        .clientId(row.getString("client_id"))
        .redirectUri(row.getString("redirect_uri"))
        .scopes(Set.of(OidcScopes.OPENID))
        .additionalParameters(parameters)
        .build();
  }

  private static void put(Map<String, Object> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }

  private static void addCode(OAuth2Authorization.Builder found, ResultSet row, String value)
      throws SQLException {
    boolean used = row.getObject("code_used_at") != null;
    found.token(
        new OAuth2AuthorizationCode(
            value, instant(row, "code_issued_at"), instant(row, "code_expires_at")),
        metadata ->
            metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, (Object) used));
  }

  private static void addTokens(
      OAuth2Authorization.Builder found, ResultSet row, String value, Person person)
      throws SQLException {
    boolean revoked = row.getObject("token_revoked_at") != null;
    var issued = instant(row, "token_issued_at");
    var expires = instant(row, "token_expires_at");
    found.token(
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER, value, issued, expires, Set.of(OidcScopes.OPENID)),
        metadata ->
            metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, (Object) revoked));
    // That there was one: what it said is made anew from the person.
    found.token(
        new OidcIdToken("id-token-" + NOT_KEPT, issued, expires, Map.of("sub", person.id().hex())));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
