package org.rollbook.core.roster;

/**
 * A student's parent, guardian or emergency contact. In Clever's files each contact repeats the
 * student's row.
 *
 * @param name full name, never empty
 * @param attributes {@code sis_id}, {@code relationship}, {@code type}, {@code phone}, {@code
 *     phone_type}, {@code email}
 */
public record Contact(String name, Attributes attributes) {
  public Contact {
    SourceText.requireId(name, "contact name");
  }
}
