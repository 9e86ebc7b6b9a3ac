package org.rollbook.app.doctor;

import java.net.InetAddress;
import java.net.URI;

/** What can be said of a public address by looking at it. */
final class Address {
  private Address() {}

  /** Whether only this machine's browsers find it. */
  static boolean isLocal(URI url) {
    var host = url.getHost().replaceAll("[\\[\\]]", "");
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      // Names are not looked up: what matters is how browsers see it.
      return false;
    }
  }

  /** Whether passwords and cookies would travel for everybody to read. */
  static boolean isOpen(URI url) {
    return !"https".equals(url.getScheme()) && !isLocal(url);
  }

  /** Whether a proxy must stand before the server, which speaks no TLS itself. */
  static boolean isBehindProxy(URI url) {
    return "https".equals(url.getScheme()) && !isLocal(url);
  }
}
