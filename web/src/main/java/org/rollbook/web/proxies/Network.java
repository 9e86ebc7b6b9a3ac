package org.rollbook.web.proxies;

import java.net.InetAddress;
import java.util.Locale;

/**
 * Addresses that begin alike.
 *
 * @param address one of them
 * @param prefix how many bits they share
 */
public record Network(InetAddress address, int prefix) {
  public Network {
    if (prefix < 0 || prefix > address.getAddress().length * 8) {
      throw new IllegalArgumentException(
          "%s has no %d bits".formatted(address.getHostAddress(), prefix));
    }
  }

  /**
   * Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. Names are not looked up.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Network of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      InetAddress one = InetAddress.ofLiteral(text);
      return new Network(one, one.getAddress().length * 8);
    }
    return new Network(
        InetAddress.ofLiteral(text.substring(0, slash)),
        Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(InetAddress other) {
    byte[] ours = address.getAddress();
    byte[] theirs = other.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s/%d", address.getHostAddress(), prefix);
  }
}
