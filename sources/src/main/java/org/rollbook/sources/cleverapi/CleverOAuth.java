package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The token endpoint of an app: which districts it is connected to, and whom a code signs in.
 *
 * <p>{@code GET /oauth/tokens?owner_type=district} and {@code ?district=ID}, {@code POST
 * /oauth/tokens}, each with the app's id and secret (Clever's pages on onboarding and on OAuth).
 */
public final class CleverOAuth {
  /** Clever's own. */
  public static final URI CLEVER = URI.create("https://clever.com");

  private static final int MOST_DISTRICTS = 100_000;

  private final Calls calls;
  private final URI endpoint;
  private final String authorization;

  /**
   * @param base where {@code /oauth/tokens} is; {@code settings} say how patient the client is
   */
  public CleverOAuth(
      URI base,
      String clientId,
      String clientSecret,
      CleverSettings settings,
      Surroundings around) {
    this.calls = new Calls(settings, around);
    String root = base.toString();
    this.endpoint = URI.create((root.endsWith("/") ? root : root + "/") + "oauth/tokens");
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A district that the app is connected to.
   *
   * @param district Clever's id of it
   */
  public record Grant(String district, AccessToken token) {}

  /** The districts that the app is connected to now. */
  public List<Grant> grants() throws IOException {
    return grants("?owner_type=district");
  }

  /** One district's grant; empty when it is not connected. */
  public Optional<Grant> grant(String district) throws IOException {
    try {
      return grants("?district=" + Query.encoded(district)).stream()
          .filter(grant -> grant.district().equals(district))
          .findFirst();
    } catch (CleverException.NotFound notConnected) {
      return Optional.empty();
    }
  }

  private List<Grant> grants(String query) throws IOException {
    JsonNode data = json(calls.get(URI.create(endpoint + query), authorization)).path("data");
    if (!data.isArray() || data.size() > MOST_DISTRICTS) {
      throw new CleverException.Broken("The token endpoint answered without a list of tokens.");
    }
    List<Grant> grants = new ArrayList<>();
    for (JsonNode item : data.values()) {
      grant(item).ifPresent(grants::add);
    }
    return List.copyOf(grants);
  }

  private static Optional<Grant> grant(JsonNode item) throws CleverException {
    JsonNode owner = item.path("owner");
    boolean ofDistrict = Json.text(owner, "type").orElse("district").equals("district");
    Optional<String> id = Json.text(owner, "id");
    Optional<String> token = Json.text(item, "access_token");
    return ofDistrict && id.isPresent() && token.isPresent()
        ? Optional.of(new Grant(id.get(), token(token.get())))
        : Optional.empty();
  }

  /**
   * What a code was exchanged for.
   *
   * @param idToken where the app uses OpenID Connect; not checked here, never shown
   */
  public record SignIn(AccessToken token, Optional<String> idToken) {
    @Override
    public String toString() {
      return "SignIn[hidden]";
    }
  }

  /**
   * Exchanges the code of a sign-in, which can be done once and within a minute.
   *
   * @param redirect the same address that the code was sent to
   * @throws CleverException.BadRequest when the code is used up, too old or not of this app
   */
  public SignIn exchange(String code, URI redirect) throws IOException {
    byte[] body =
        Json.MAPPER.writeValueAsBytes(
            Map.of(
                "code",
                code,
                "grant_type",
                "authorization_code",
                "redirect_uri",
                redirect.toString()));
    JsonNode answer = json(calls.post(endpoint, authorization, body));
    String token =
        Json.text(answer, "access_token")
            .orElseThrow(
                () -> new CleverException.Broken("The token endpoint answered without a token."));
    return new SignIn(token(token), Json.text(answer, "id_token"));
  }

  private static AccessToken token(String text) throws CleverException {
    try {
      return new AccessToken(text);
    } catch (IllegalArgumentException noToken) {
      throw new CleverException.Broken("The token endpoint answered with something else.");
    }
  }

  private static JsonNode json(byte[] body) throws CleverException {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException page) {
      throw new CleverException.NotJson("The token endpoint answered with something else.");
    }
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "CleverOAuth[" + endpoint + "]";
  }
}
