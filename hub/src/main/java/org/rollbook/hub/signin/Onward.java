package org.rollbook.hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where to go after signing in: to what an app asked for, or to the portal. Never to another site,
 * whatever a link to the sign-in page says.
 *
 * @param path an address of ours, with its query
 */
record Onward(String path) {
  private static final Onward TO_PORTAL = new Onward(SignInPaths.PORTAL);

  static Onward of(@Nullable String wish) {
    return wish != null && wish.startsWith(SignInPaths.AUTHORIZE + "?")
        ? new Onward(wish)
        : TO_PORTAL;
  }

  /** To be a parameter's value in a link. */
  String encoded() {
    return URLEncoder.encode(path, UTF_8);
  }

  Optional<String> clientId() {
    return parameter("client_id");
  }

  Optional<String> district() {
    return parameter(DistrictParameter.NAME);
  }

  private Optional<String> parameter(String name) {
    try {
      return Optional.ofNullable(
              UriComponentsBuilder.fromUriString(path).build().getQueryParams().getFirst(name))
          .map(value -> URLDecoder.decode(value, UTF_8));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
