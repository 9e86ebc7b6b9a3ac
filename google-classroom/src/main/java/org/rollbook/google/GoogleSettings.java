package org.rollbook.google;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach one school district's Google Workspace.
 *
 * @param serviceAccountKeyJson the content of the service account's key file; a secret
 * @param adminEmail the super administrator in whose name every call is made
 * @param rootUrl where Classroom and Directory are instead of at Google, for an emulator
 */
public record GoogleSettings(
    String serviceAccountKeyJson, String adminEmail, Optional<URI> rootUrl) {

  /** Everything but the key. */
  @Override
  public String toString() {
    return "GoogleSettings[adminEmail=" + adminEmail + ", rootUrl=" + rootUrl + "]";
  }
}
