package org.rollbook.sources.cleverapi;

import java.util.Optional;

/** The files of a pulled district: the API's own objects, one a line, by ascending id. */
enum DumpFile {
  SCHOOLS("schools", "/schools", Optional.empty()),
  TERMS("terms", "/terms", Optional.empty()),
  COURSES("courses", "/courses", Optional.empty()),
  TEACHERS("teachers", "/users", Optional.of(Roles.Kind.TEACHER)),
  STAFF("staff", "/users", Optional.of(Roles.Kind.STAFF)),
  STUDENTS("students", "/users", Optional.of(Roles.Kind.STUDENT)),
  /** Not as they come but one line for each student of each contact, by ascending student. */
  CONTACTS("contacts", "/users", Optional.of(Roles.Kind.CONTACT)),
  SECTIONS("sections", "/sections", Optional.empty());

  private final String plural;
  private final String path;
  private final Optional<Roles.Kind> role;

  DumpFile(String plural, String path, Optional<Roles.Kind> role) {
    this.plural = plural;
    this.path = path;
    this.role = role;
  }

  /** The name of the file in the folder. */
  String fileName() {
    return plural + ".jsonl";
  }

  String plural() {
    return plural;
  }

  /** The list that the file is of. */
  Listing<tools.jackson.databind.JsonNode> list(CleverApi api) {
    return api.raw(path, role.map(kind -> Query.NONE.with("role", kind.word())).orElse(Query.NONE));
  }
}
