package org.rollbook.web.proxies;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In which header proxies write whom they had their request from. One only is believed: a proxy
 * that writes one of them passes on the other as a caller forged it.
 */
public enum ForwardingHeader {
  /** A list of addresses: what most proxies write. */
  X_FORWARDED_FOR("X-Forwarded-For"),
  /** The standard's own, RFC 7239. */
  FORWARDED("Forwarded");

  private final String word;

  ForwardingHeader(String word) {
    this.word = word;
  }

  /** Its name in requests and settings. */
  public String word() {
    return word;
  }

  /** The header of this name, in any capitals. */
  public static Optional<ForwardingHeader> of(String word) {
    return Arrays.stream(values()).filter(header -> header.word.equalsIgnoreCase(word)).findFirst();
  }

  /** The names of all. */
  public static String words() {
    return Arrays.stream(values()).map(ForwardingHeader::word).collect(Collectors.joining(", "));
  }

  /** Whom each proxy had the request from, the nearest last; absent where that is no address. */
  List<Optional<InetAddress>> hops(List<String> values) {
    var hops = new ArrayList<Optional<InetAddress>>();
    for (String value : values) {
      for (String hop : value.split(",", -1)) {
        hops.add(address(this == FORWARDED ? sender(hop) : hop));
      }
    }
    return hops;
  }

  /** {@code 192.0.2.1} of {@code proto=https;for=192.0.2.1}. */
  private static String sender(String hop) {
    for (String pair : hop.split(";", -1)) {
      var trimmed = pair.strip();
      if (trimmed.toLowerCase(Locale.ROOT).startsWith("for=")) {
        return trimmed.substring("for=".length()).replace("\"", "");
      }
    }
    return "";
  }

  /** With or without a port; names, and what proxies write to hide a sender, are no addresses. */
  private static Optional<InetAddress> address(String text) {
    var bare = text.strip();
    if (bare.startsWith("[") && bare.indexOf(']') > 0) {
      bare = bare.substring(1, bare.indexOf(']'));
    } else if (bare.indexOf(':') > 0 && bare.indexOf(':') == bare.lastIndexOf(':')) {
      bare = bare.substring(0, bare.indexOf(':'));
    }
    try {
      return Optional.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
