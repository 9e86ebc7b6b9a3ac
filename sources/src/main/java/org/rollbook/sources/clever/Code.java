package org.rollbook.sources.clever;

/** The codes of findings about Clever's files, stable for scripts. */
enum Code {
  // The snapshot cannot be taken.
  MISSING_FILE,
  EMPTY_FILE,
  MISSING_COLUMN,
  DUPLICATE_COLUMN,
  TOO_MANY_COLUMNS,
  WRONG_SEPARATOR,
  BROKEN_HEADER,
  NOT_UTF8,

  // Something is not read and changes no record.
  FILE_NOT_READ,
  COLUMN_NOT_READ,

  // The row is set aside.
  TOO_FEW_FIELDS,
  TOO_MANY_FIELDS,
  MISSING_VALUE,
  ID_TOO_LONG,
  NUL_CHARACTER,
  FIELD_TOO_LONG,
  ROW_TOO_LONG,
  BROKEN_QUOTE,

  // The row is taken, without the value.
  UNKNOWN_VALUE,
  MALFORMED_EMAIL,
  MALFORMED_DATE,
  TERM_ENDS_BEFORE_START,
  TOO_MANY_TERMS,
  TOO_MANY_COURSES,
  MISSING_TEACHER,
  CONTACT_WITHOUT_NAME,
  TOO_MANY_CONTACTS
}
