package org.rollbook.sync.target;

/**
 * The id that the target gave a class.
 *
 * @param value never blank
 */
public record TargetClassId(String value) {
  public TargetClassId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("class id is blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
