package org.rollbook.registry.reading;

/**
 * Which part of a list is asked for. Lists ascend by id, and a position in them is an id and not a
 * count: records that come and go meanwhile move nothing.
 *
 * @param direction whether the records behind or before {@code cursor}
 * @param cursor the id itself is not among them; it need not exist, nor be seen
 * @param limit at most so many, at least 1
 */
public record Position(Direction direction, long cursor, int limit) {
  /** Where to look from the cursor. Lists ascend either way. */
  public enum Direction {
    AFTER,
    BEFORE
  }

  public Position {
    if (cursor < 0 || limit < 1) {
      throw new IllegalArgumentException("no position: " + cursor + ", limit " + limit);
    }
  }

  /** The beginning. */
  public static Position first(int limit) {
    return new Position(Direction.AFTER, 0, limit);
  }

  String comparison() {
    return switch (direction) {
      case AFTER -> ">";
      case BEFORE -> "<";
    };
  }

  String order() {
    return switch (direction) {
      case AFTER -> "asc";
      case BEFORE -> "desc";
    };
  }
}
