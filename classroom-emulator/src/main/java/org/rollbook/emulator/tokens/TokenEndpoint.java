package org.rollbook.emulator.tokens;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.Query;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import tools.jackson.databind.node.ObjectNode;

/**
 * Google's token endpoint for service accounts with domain-wide delegation (source: "Using OAuth
 * 2.0 for Server to Server Applications"; RFC 7523). An answer is {@code
 * {"access_token","expires_in","token_type"}}; an error is {@code {"error","error_description"}}.
 */
public final class TokenEndpoint {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String GOOGLE = "https://oauth2.googleapis.com/token";
  private static final long SKEW_SECONDS = 300;
  private static final long LONGEST_SECONDS = 3_600 + SKEW_SECONDS;

  private final ServiceAccountKey key;
  private final AccessTokens tokens;
  private final Accounts accounts;
  private final Set<String> delegated;
  private final String ownUri;
  private final InstantSource clock;

  /**
   * An endpoint for one service account.
   *
   * @param delegated the scopes that the domain's administrator has allowed it
   * @param ownUri this endpoint's own address, which an assertion may name as its audience
   */
  public TokenEndpoint(
      ServiceAccountKey key,
      AccessTokens tokens,
      Accounts accounts,
      Set<String> delegated,
      String ownUri,
      InstantSource clock) {
    this.key = key;
    this.tokens = tokens;
    this.accounts = accounts;
    this.delegated = Set.copyOf(delegated);
    this.ownUri = ownUri;
    this.clock = clock;
  }

  /** Answers a form. */
  public Reply answer(Query form) {
    if (!form.one("grant_type").filter(GRANT::equals).isPresent()) {
      return error(400, "unsupported_grant_type", "Invalid grant_type: " + form.all("grant_type"));
    }
    String[] parts = form.one("assertion").orElse("").split("\\.", -1);
    if (parts.length != 3) {
      return grantError("Invalid JWT: Token must have three parts.");
    }
    try {
      Fields header = new Fields("header", decoded(parts[0]));
      Fields claims = new Fields("claims", decoded(parts[1]));
      byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
      String signed = parts[0] + "." + parts[1];
      boolean rs256 = header.text("alg").filter("RS256"::equals).isPresent();
      return answer(claims, rs256 && key.signed(signed, signature));
    } catch (IllegalArgumentException | Refused unreadable) {
      return grantError("Invalid JWT: Failed to parse.");
    }
  }

  private static ObjectNode decoded(String part) {
    return Json.parse(Base64.getUrlDecoder().decode(part));
  }

  private Reply answer(Fields claims, boolean signed) {
    if (!claims.text("iss").filter(key.clientEmail()::equals).isPresent()) {
      return grantError("Invalid grant: account not found");
    }
    if (!signed) {
      return grantError("Invalid JWT Signature.");
    }
    if (!timely(claims)) {
      return grantError(
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe. Check your iat and exp values in the JWT claim.");
    }
    if (!claims.text("aud").filter(List.of(GOOGLE, ownUri)::contains).isPresent()) {
      return grantError("Invalid JWT: Failed audience check.");
    }
    Set<String> scopes = new TreeSet<>(List.of(claims.text("scope").orElse("").split(" ")));
    scopes.remove("");
    if (scopes.isEmpty()) {
      return error(400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    }
    return forSubject(claims.text("sub").or(() -> claims.text("prn")), scopes);
  }

  private boolean timely(Fields claims) {
    double issued = claims.number("iat").orElse(0.0);
    double expires = claims.number("exp").orElse(0.0);
    Instant now = clock.instant();
    return issued <= now.getEpochSecond() + SKEW_SECONDS
        && expires > now.getEpochSecond()
        && expires - issued <= LONGEST_SECONDS;
  }

  private Reply forSubject(Optional<String> subject, Set<String> scopes) {
    if (subject.isEmpty() || subject.get().indexOf('@') < 0) {
      return grantError("Invalid impersonation \"sub\" field: " + subject.orElse(""));
    }
    if (!delegated.containsAll(scopes) || !accounts.within(subject.get())) {
      return error(
          401,
          "unauthorized_client",
          "Client is unauthorized to retrieve access tokens using this method, or client not"
              + " authorized for any of the scopes requested.");
    }
    Optional<Account> account = accounts.find(subject.get());
    if (account.isEmpty() || !account.get().active()) {
      return grantError("Invalid email or User ID");
    }
    ObjectNode body = Json.object();
    body.put("access_token", tokens.grant(account.get().id(), scopes));
    body.put("expires_in", AccessTokens.LIFE.toSeconds() - 1).put("token_type", "Bearer");
    return Reply.ok(body);
  }

  private static Reply grantError(String description) {
    return error(400, "invalid_grant", description);
  }

  private static Reply error(int code, String error, String description) {
    ObjectNode body = Json.object().put("error", error).put("error_description", description);
    return new Reply(code, body, Map.of());
  }

  /** Reads the form of a request. */
  public static Query form(byte[] body) {
    return Query.parse(new String(body, StandardCharsets.UTF_8));
  }
}
