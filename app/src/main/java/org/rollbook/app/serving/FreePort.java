package org.rollbook.app.serving;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Chosen before a server starts: the addresses that others are told name the port. */
public final class FreePort {
  private FreePort() {}

  /** The wanted port, and a free one instead of 0. */
  public static int or(int wanted, InetAddress address) {
    if (wanted != 0) {
      return wanted;
    }
    try (var free = new ServerSocket(0, 1, address)) {
      return free.getLocalPort();
    } catch (IOException e) {
      // The server itself says what is wrong with the address.
      return 0;
    }
  }
}
