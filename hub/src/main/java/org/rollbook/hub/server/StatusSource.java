package org.rollbook.hub.server;

/**
 * What the server shows. Both methods are called from many threads at once, may be slow and may
 * throw: whoever looks is then told that the status is not known, and nothing else.
 */
public interface StatusSource {
  /** Whether the database answers a question at all. */
  boolean databaseAnswers();

  /** How things stand now. */
  Status status();
}
