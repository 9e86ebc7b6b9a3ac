package org.rollbook.hub.signin;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Apps;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Links that begin a sign-in here and not at the app, from the portal or any page of the
 * district's. The app is told at its first address, without a state: it has asked nothing.
 */
@RestController
final class InstantLoginController {
  /** Marks a request that no app made, so that none can have sent a state. */
  static final String INSTANT = "instant";

  private final Apps apps;
  private final SignInPages pages;

  InstantLoginController(SignIn signIn, SignInPages pages) {
    this.apps = signIn.apps();
    this.pages = pages;
  }

  @GetMapping(SignInPaths.INSTANT_LOGIN)
  ResponseEntity<String> start(
      @RequestParam(name = "client_id", defaultValue = "") String clientId,
      @RequestParam(name = DistrictParameter.NAME, required = false) @Nullable String district) {
    return apps.withClientId(clientId)
        .map(app -> ResponseEntity.status(302).location(authorize(app, district)).body(""))
        .orElseGet(() ->
            Answers.page(
                400,
                pages.trouble(
                    "No such app",
                    "The link is for an app that is not known here. Ask whoever gave it to you.")));
  }

  private static URI authorize(App app, @Nullable String district) {
    return UriComponentsBuilder.fromPath(SignInPaths.AUTHORIZE)
        .queryParam("response_type", "code")
        .queryParam("client_id", "{client}")
        .queryParam("redirect_uri", "{redirect}")
        .queryParamIfPresent(
            DistrictParameter.NAME, Optional.ofNullable(district).map(given -> "{district}"))
        .queryParam(INSTANT, "true")
        .encode()
        .buildAndExpand(
            java.util.Map.of(
                "client",
                app.clientId(),
                "redirect",
                app.about().redirectUris().getFirst().toString(),
                "district",
                district == null ? "" : district))
        .toUri();
  }
}
