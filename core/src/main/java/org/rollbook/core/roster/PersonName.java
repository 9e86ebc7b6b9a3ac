package org.rollbook.core.roster;

/**
 * A person's name as the source writes it.
 *
 * @param first given name, never empty
 * @param middle middle name or initial, empty text when the source has none
 * @param last family name, never empty
 */
public record PersonName(String first, String middle, String last) {
  public PersonName {
    SourceText.requireId(first, "first name");
    SourceText.requireId(last, "last name");
  }

  /** First and last name, as on a class list. */
  public String display() {
    return first + " " + last;
  }
}
