package org.rollbook.sources.cleverapi;

/** A version of the API; 3.1 only adds to 3.0. */
public enum ApiVersion {
  V3_0("v3.0"),
  V3_1("v3.1");

  private final String path;

  ApiVersion(String path) {
    this.path = path;
  }

  /** How it stands in addresses. */
  public String path() {
    return path;
  }
}
