package org.rollbook.hub.node;

/** The home directory's settings cannot be used; the message says what to change. */
public final class SettingsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsRefused(String message) {
    super(message);
  }

  SettingsRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
