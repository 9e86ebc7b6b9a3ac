package org.rollbook.hub.signin;

import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signs in, out of what Spring keeps of the request. */
final class RemoteAddress {
  private RemoteAddress() {}

  static String of(Object details) {
    return details instanceof WebAuthenticationDetails web && web.getRemoteAddress() != null
        ? web.getRemoteAddress()
        : "";
  }
}
