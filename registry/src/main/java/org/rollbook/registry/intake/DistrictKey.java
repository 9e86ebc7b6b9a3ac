package org.rollbook.registry.intake;

/**
 * The name that an installation knows a district by.
 *
 * @param value letters, digits, dots, dashes and underscores, at most 100
 */
public record DistrictKey(String value) implements Comparable<DistrictKey> {
  public DistrictKey {
    if (!value.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "district '%s' is not 1 to 100 letters, digits, dots, dashes and underscores"
              .formatted(value));
    }
  }

  @Override
  public int compareTo(DistrictKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
