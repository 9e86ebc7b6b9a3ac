package org.rollbook.emulator.calls;

/** The HTTP methods that the APIs use. */
public enum Verb {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE
}
