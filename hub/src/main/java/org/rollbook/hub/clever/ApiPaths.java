package org.rollbook.hub.clever;

import java.util.Set;

/** What addresses of the API begin with. */
final class ApiPaths {
  static final String ROOT = "/{version:v3\\.[01]}";
  static final Set<String> VERSIONS = Set.of("v3.0", "v3.1");

  private ApiPaths() {}
}
