package org.rollbook.registry.sharing;

/**
 * The number by which an installation knows an app.
 *
 * @param number positive
 */
public record AppId(int number) implements Comparable<AppId> {
  public AppId {
    if (number <= 0) {
      throw new IllegalArgumentException("app id " + number + " is not positive");
    }
  }

  @Override
  public int compareTo(AppId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "a" + number;
  }
}
