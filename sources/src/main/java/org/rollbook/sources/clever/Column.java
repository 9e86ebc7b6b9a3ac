package org.rollbook.sources.clever;

import java.util.List;

/**
 * A column of Clever's files.
 *
 * @param name Clever's name for it in lower case
 * @param use what becomes of its values
 * @param domain what they may be
 * @param aliases other headers that real files give it
 */
record Column(String name, Use use, Domain domain, List<String> aliases) {
  /** What becomes of a column's values. */
  enum Use {
    /** The file is no such file without it, and the row no row without a value. */
    REQUIRED,
    /** The file must have it, a row need not have a value. */
    EXPECTED,
    /** A part of the record itself where it is there. */
    PART,
    /** One of the record's attributes where it is there. */
    ATTRIBUTE,
    /** A password: never made into a text. */
    SECRET
  }

  static Column required(String name) {
    return new Column(name, Use.REQUIRED, Domain.TEXT, List.of());
  }

  static Column expected(String name) {
    return new Column(name, Use.EXPECTED, Domain.TEXT, List.of());
  }

  static Column part(String name, String... aliases) {
    return new Column(name, Use.PART, Domain.TEXT, List.of(aliases));
  }

  static Column text(String name) {
    return new Column(name, Use.ATTRIBUTE, Domain.TEXT, List.of());
  }

  static Column attribute(String name, Domain domain, String... aliases) {
    return new Column(name, Use.ATTRIBUTE, domain, List.of(aliases));
  }

  static Column secret() {
    return new Column("password", Use.SECRET, Domain.TEXT, List.of());
  }
}
