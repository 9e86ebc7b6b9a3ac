package org.rollbook.hub.server;

/** The server cannot listen where it was told to; the message is for people. */
public final class ServerNotStarted extends RuntimeException {
  ServerNotStarted(String message, Throwable cause) {
    super(message, cause);
  }
}
