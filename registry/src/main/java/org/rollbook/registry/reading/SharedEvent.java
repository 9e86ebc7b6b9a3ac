package org.rollbook.registry.reading;

import java.time.Instant;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;

/** One event of a share, as its app gets it. */
public final class SharedEvent {
  private final RecordId id;
  private final Instant at;
  private final String type;
  private final byte[] object;
  private final Optional<byte[]> previous;

  SharedEvent(RecordId id, Instant at, String type, byte[] object, Optional<byte[]> previous) {
    this.id = id;
    this.at = at;
    this.type = type;
    this.object = object;
    this.previous = previous;
  }

  /** Ascending in the order of what happened. */
  public RecordId id() {
    return id;
  }

  public Instant at() {
    return at;
  }

  /** As Clever says it: {@code users.created}. */
  public String type() {
    return type;
  }

  /** The record after a creation or an update, or as it last was; JSON in UTF-8. */
  public byte[] object() {
    return object.clone();
  }

  /** Of an update: the former values of what changed; JSON in UTF-8. */
  public Optional<byte[]> previous() {
    return previous.map(byte[]::clone);
  }
}
