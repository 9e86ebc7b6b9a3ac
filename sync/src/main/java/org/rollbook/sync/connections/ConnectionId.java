package org.rollbook.sync.connections;

/**
 * The id of a connection, unique in the installation; people write it {@code c12}.
 *
 * @param number positive
 */
public record ConnectionId(long number) {
  public ConnectionId {
    if (number <= 0) {
      throw new IllegalArgumentException("connection number " + number + " is not positive");
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException when {@code text} is something else, with a message for people
   */
  public static ConnectionId parse(String text) {
    if (!text.matches("c[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no connection id: these look like c1 (see 'connect')");
    }
    return new ConnectionId(Long.parseLong(text.substring(1)));
  }

  @Override
  public String toString() {
    return "c" + number;
  }
}
