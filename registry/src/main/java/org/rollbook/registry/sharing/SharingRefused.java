package org.rollbook.registry.sharing;

/** The caller asked for what cannot be; nothing was changed. The message says what to do. */
public final class SharingRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SharingRefused(String message) {
    super(message);
  }
}
