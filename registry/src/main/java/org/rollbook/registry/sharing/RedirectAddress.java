package org.rollbook.registry.sharing;

import java.net.URI;
import java.util.Set;

/**
 * Where sign-in may send people: codes travel in the address, so it must be encrypted, and name one
 * place exactly (RFC 6749, 3.1.2; RFC 8252 for a developer's own machine).
 */
final class RedirectAddress {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LONGEST = 2_000;

  private RedirectAddress() {}

  static void check(URI address) {
    boolean usable =
        address.getHost() != null
            && address.getRawFragment() == null
            && address.getRawUserInfo() == null
            && address.toString().length() <= LONGEST
            && ("https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme())
                    && THIS_MACHINE.contains(address.getHost())));
    if (!usable) {
      throw new SharingRefused(
          """
          The redirect address %s cannot be used. It must be a whole address that begins with \
          https:// (http:// is for localhost only), without user name and without a part behind #.\
          """
              .formatted(address));
    }
  }
}
