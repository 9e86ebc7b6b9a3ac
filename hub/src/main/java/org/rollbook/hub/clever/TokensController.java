package org.rollbook.hub.clever;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Apps;
import org.rollbook.registry.sharing.Digest;
import org.rollbook.registry.sharing.DistrictToken;
import org.rollbook.registry.sharing.Sharing;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells an app the tokens of all districts that share with it. They can change at any time: an app
 * keeps the district's id, and asks again. An app for signing in only has none.
 */
@RestController
final class TokensController {
  /** The nearest that Clever's words come to what a token of ours opens. */
  private static final List<String> SCOPES =
      List.of(
          "read:courses",
          "read:schools",
          "read:sections",
          "read:sis",
          "read:terms",
          "read:user_id",
          "read:users");

  private final Apps apps;
  private final Sharing sharing;

  TokensController(Apps apps, Sharing sharing) {
    this.apps = apps;
    this.sharing = sharing;
  }

  record Tokens(List<Token> data, List<Link> links) {}

  record Token(
      String id,
      String created,
      Owner owner,
      @JsonProperty("access_token") String accessToken,
      List<String> scopes) {
    /** Without the secret: it must reach no log. */
    @Override
    public String toString() {
      return "Token[id=" + id + "]";
    }
  }

  record Owner(String type, String id) {}

  record Link(String rel, String uri) {}

  record Problem(String message) {}

  @GetMapping("/oauth/tokens")
  ResponseEntity<?> tokens(
      @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
      @RequestParam(name = "owner_type", defaultValue = "") String ownerType,
      @RequestParam(name = "district", defaultValue = "") String district) {
    Optional<App> app = app(authorization);
    if (app.isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
          .header("WWW-Authenticate", "Basic realm=\"apps\"")
          .cacheControl(CacheControl.noStore())
          .body(new Problem("The client id or secret is missing or wrong"));
    }
    // Clever's page has the district alone in one place and with the owner's type in others.
    if (!ownerType.equals("district") && (district.isEmpty() || !ownerType.isEmpty())) {
      return answer(HttpStatus.BAD_REQUEST, new Problem("owner_type must be district"));
    }
    return answer(HttpStatus.OK, tokens(app.get(), ownerType, district));
  }

  private static <T> ResponseEntity<T> answer(HttpStatus status, T body) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
  }

  private Tokens tokens(App app, String ownerType, String district) {
    List<DistrictToken> all = app.about().loginOnly() ? List.of() : sharing.tokens(app.id());
    var data =
        all.stream()
            .filter(token -> district.isEmpty() || token.record().hex().equals(district))
            .map(TokensController::token)
            .toList();
    String self = "/oauth/tokens" + (ownerType.isEmpty() ? "" : "?owner_type=" + ownerType);
    return new Tokens(data, List.of(new Link("self", self)));
  }

  private static Token token(DistrictToken token) {
    return new Token(
        id(token),
        time(token.since()),
        new Owner("district", token.record().hex()),
        token.token(),
        SCOPES);
  }

  private static String time(Instant since) {
    return since.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Of the token itself, so that a new token has a new id; half a digest tells nothing of it. */
  private static String id(DistrictToken token) {
    return HexFormat.of().formatHex(Digest.sha256("id of " + token.token()), 0, 12);
  }

  private Optional<App> app(String authorization) {
    String credentials = basic(authorization);
    int colon = credentials == null ? -1 : credentials.indexOf(':');
    return credentials == null || colon < 0
        ? Optional.empty()
        : apps.authenticated(credentials.substring(0, colon), credentials.substring(colon + 1));
  }

  private static @Nullable String basic(String authorization) {
    if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return null;
    }
    try {
      return new String(Base64.getDecoder().decode(authorization.substring(6).strip()), UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
