package org.rollbook.hub.server;

import java.net.InetAddress;
import org.rollbook.hub.proxies.TrustedProxies;

/**
 * Where the server listens.
 *
 * @param port 0 for any free one
 * @param address the address it binds to
 * @param command how a person calls Rollbook on this machine, so that the commands that pages show
 *     work as they stand
 * @param proxies whose word about callers' addresses is believed
 */
public record ServerSettings(
    int port, InetAddress address, String command, TrustedProxies proxies) {
  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
  }

  /** Without proxies. */
  public ServerSettings(int port, InetAddress address, String command) {
    this(port, address, command, TrustedProxies.NONE);
  }

  /** The same behind {@code trusted}. */
  public ServerSettings behind(TrustedProxies trusted) {
    return new ServerSettings(port, address, command, trusted);
  }

  /** Reachable from this machine only: what a server does unless it is told otherwise. */
  public static ServerSettings onThisMachine(int port) {
    return new ServerSettings(port, InetAddress.getLoopbackAddress(), "./rollbook");
  }
}
