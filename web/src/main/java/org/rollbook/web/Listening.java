package org.rollbook.web;

import java.net.InetAddress;
import org.rollbook.web.proxies.TrustedProxies;

/**
 * Where a server listens, and to whom.
 *
 * @param port 0 for any free one
 * @param address the address it binds to
 * @param proxies whose word about callers' addresses is believed
 */
public record Listening(int port, InetAddress address, TrustedProxies proxies) {
  public Listening {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
  }

  /** Reachable from this machine only, without proxies. */
  public static Listening onThisMachine(int port) {
    return new Listening(port, InetAddress.getLoopbackAddress(), TrustedProxies.NONE);
  }
}
