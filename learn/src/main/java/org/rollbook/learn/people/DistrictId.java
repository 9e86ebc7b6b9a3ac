package org.rollbook.learn.people;

/**
 * A district, by Clever's id of it.
 *
 * @param value never blank
 */
public record DistrictId(String value) {
  public DistrictId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("district id is blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
