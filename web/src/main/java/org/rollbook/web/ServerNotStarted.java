package org.rollbook.web;

/** The server cannot listen where it was told to; the message is for people. */
public final class ServerNotStarted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerNotStarted(String message, Throwable cause) {
    super(message, cause);
  }
}
