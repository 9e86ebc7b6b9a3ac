package org.rollbook.google.access;

import java.util.List;

/**
 * As whom a connection speaks to Google. Nothing in it is a secret.
 *
 * @param serviceAccount the service account's address
 * @param clientId the number under which a Workspace administrator delegates to it
 * @param adminEmail the administrator in whose name it acts
 * @param scopes what it asks to be allowed to do
 */
public record Identity(
    String serviceAccount, String clientId, String adminEmail, List<String> scopes) {
  public Identity {
    scopes = List.copyOf(scopes);
  }

  /** Fills this identity into an advice. */
  public String fillInto(String advice) {
    return advice
        .replace("{serviceAccount}", serviceAccount)
        .replace("{clientId}", clientId)
        .replace("{admin}", adminEmail)
        .replace("{scopes}", String.join(",", scopes));
  }
}
