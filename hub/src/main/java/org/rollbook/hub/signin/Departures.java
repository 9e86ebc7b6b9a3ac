package org.rollbook.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollbook.sync.connections.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is away at the district's provider: whoever comes back must be the same browser, in time, and
 * comes back once, to any node.
 */
final class Departures implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  /** Somebody may have to look for a telephone first. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  /** The request attribute that says where to go on to. */
  static final String ONWARD = "org.rollbook.onward";

  private static final String REGISTRATION = OAuth2ParameterNames.REGISTRATION_ID;
  private static final String NONCE = OidcParameterNames.NONCE;
  private static final String VERIFIER = PkceParameterNames.CODE_VERIFIER;

  private final JdbcClient jdbc;
  private final SecretBox secrets;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Cookies cookies;
  private final ClientRegistrationRepository clients;

  Departures(SignIn signIn, Cookies cookies, ClientRegistrationRepository clients) {
    this.jdbc = signIn.jdbc();
    this.secrets = signIn.secrets();
    this.tokens = signIn.tokens();
    this.clock = signIn.clock();
    this.cookies = cookies;
    this.clients = clients;
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest departure,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (departure == null || departure.getState() == null) {
      return;
    }
    var browser = tokens.fresh();
    var state = departure.getState();
    jdbc.sql(
            "insert into signin_departure (state_digest, browser_digest, sealed, left_at)"
                + " values (:state, :browser, :sealed, :now)")
        .param("state", Tokens.digest(state))
        .param("browser", Tokens.digest(browser))
        .param("sealed", secrets.seal(written(departure, request), context(state)))
        .param("now", now())
        .update();
    cookies.set(response, Cookies.Kind.DEPARTURE, browser);
  }

  private static String written(OAuth2AuthorizationRequest departure, HttpServletRequest request) {
    var kept = new HashMap<String, String>();
    for (var name : java.util.List.of(REGISTRATION, NONCE, VERIFIER)) {
      String value = departure.getAttribute(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    kept.put(ONWARD, Onward.of(request.getParameter("to")).path());
    return JsonMapper.shared().writeValueAsString(kept);
  }

  private static String context(String state) {
    return "departure " + state;
  }

  /** Spring asks for this only where it does not end it, which it does not here. */
  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return null;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    var state = request.getParameter(OAuth2ParameterNames.STATE);
    var browser = cookies.read(request, Cookies.Kind.DEPARTURE);
    cookies.forget(response, Cookies.Kind.DEPARTURE);
    if (state == null || browser.isEmpty()) {
      return null;
    }
    return taken(state, browser.get())
        .map(kept -> {
          request.setAttribute(ONWARD, Onward.of(kept.get(ONWARD)));
          return read(kept, state);
        })
        .orElse(null);
  }

  private Optional<Map<String, String>> taken(String state, String browser) {
    return jdbc.sql(
            "delete from signin_departure where state_digest = :state and browser_digest = :browser"
                + " and left_at > :longest returning sealed")
        .param("state", Tokens.digest(state))
        .param("browser", Tokens.digest(browser))
        .param("longest", now().minus(LONGEST))
        .query((row, number) -> secrets.open(row.getBytes(1), context(state)))
        .optional()
        .map(json -> {
          var kept = new HashMap<String, String>();
          JsonMapper.shared()
              .readTree(json)
              .properties()
              .forEach(field -> kept.put(field.getKey(), field.getValue().asString()));
          return kept;
        });
  }

  private @Nullable OAuth2AuthorizationRequest read(Map<String, String> kept, String state) {
    var registration = kept.getOrDefault(REGISTRATION, "");
    var client = clients.findByRegistrationId(registration);
    var address = client == null ? null : client.getProviderDetails().getAuthorizationUri();
    if (client == null || address == null) {
      return null;
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(address)
        .clientId(client.getClientId())
        .redirectUri(client.getRedirectUri())
        .scopes(client.getScopes())
        .state(state)
        .attributes(all -> {
          all.putAll(kept);
          all.remove(ONWARD);
        })
        .build();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
