package org.rollbook.hub.clever;

/** What addresses of the API begin with. */
final class ApiPaths {
  static final String ROOT = "/{version:v3\\.[01]}";

  private ApiPaths() {}
}
