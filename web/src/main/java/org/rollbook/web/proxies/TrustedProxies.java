package org.rollbook.web.proxies;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose word about a caller's address is believed. Without, everybody behind a proxy
 * would have its address, and be slowed down together when one of them guesses passwords.
 *
 * @param networks where they stand
 * @param header in which they write
 */
public record TrustedProxies(List<Network> networks, ForwardingHeader header) {
  /** Nobody's word is believed. */
  public static final TrustedProxies NONE =
      new TrustedProxies(List.of(), ForwardingHeader.X_FORWARDED_FOR);

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /**
   * Who calls: seen from us the first who is no proxy of ours. What stands left of it in the header
   * is that caller's own claim.
   *
   * @param peer whom we have the request from
   * @param headers the values of {@link #header}, in their order
   */
  public String caller(String peer, List<String> headers) {
    if (networks.isEmpty() || !isTrusted(InetAddress.ofLiteral(peer))) {
      return peer;
    }
    var caller = peer;
    for (Optional<InetAddress> hop : header.hops(headers).reversed()) {
      if (hop.isEmpty()) {
        return caller;
      }
      caller = hop.get().getHostAddress();
      if (!isTrusted(hop.get())) {
        return caller;
      }
    }
    return caller;
  }

  private boolean isTrusted(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
