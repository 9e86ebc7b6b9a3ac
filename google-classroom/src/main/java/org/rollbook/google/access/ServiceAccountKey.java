package org.rollbook.google.access;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * A service account's key file as the Google Cloud console hands it out. No message about one shows
 * anything of its content but the names of its fields.
 */
public final class ServiceAccountKey {
  private static final String HOW_TO_GET_ONE =
      " Make a new JSON key for the service account in the Google Cloud console (IAM & Admin >"
          + " Service accounts > Keys) and connect again with that file.";

  private final GenericJson fields;

  private ServiceAccountKey(GenericJson fields) {
    this.fields = fields;
  }

  /**
   * Reads the content of a key file.
   *
   * @throws TargetUnavailable when it is not one
   */
  public static ServiceAccountKey read(String json) throws TargetUnavailable {
    var key = new ServiceAccountKey(parsed(json));
    if (!key.text("type").equals("service_account")) {
      throw unusable("it is not the key of a service account");
    }
    for (var name : List.of("client_email", "client_id", "private_key_id", "token_uri")) {
      key.text(name);
    }
    key.credentials(List.of(), "nobody", ServiceAccountKey::noTransport);
    return key;
  }

  private static GenericJson parsed(String json) throws TargetUnavailable {
    try {
      return GsonFactory.getDefaultInstance().fromString(json, GenericJson.class);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw unusable("it is not in the JSON format");
    }
  }

  private static com.google.api.client.http.HttpTransport noTransport() {
    throw new IllegalStateException("reading a key file needs no connection");
  }

  String clientEmail() throws TargetUnavailable {
    return text("client_email");
  }

  String clientId() throws TargetUnavailable {
    return text("client_id");
  }

  /** Credentials that act in a user's name, with retries left to whoever makes the call. */
  ServiceAccountCredentials credentials(
      List<String> scopes, String user, HttpTransportFactory transport) throws TargetUnavailable {
    try {
      return ServiceAccountCredentials.newBuilder()
          .setClientEmail(text("client_email"))
          .setClientId(text("client_id"))
          .setPrivateKeyId(text("private_key_id"))
          .setPrivateKeyString(text("private_key"))
          .setTokenServerUri(URI.create(text("token_uri")))
          .setScopes(scopes)
          .setServiceAccountUser(user)
          .setDefaultRetriesEnabled(false)
          .setHttpTransportFactory(transport)
          .build();
    } catch (IOException | IllegalArgumentException unreadable) {
      throw unusable("its private_key or token_uri cannot be read");
    }
  }

  private String text(String name) throws TargetUnavailable {
    if (fields.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw unusable("it has no " + name);
  }

  /** Without the cause: a parser's message may quote what it read. */
  private static TargetUnavailable unusable(String why) {
    return new TargetUnavailable(
        "The service account's key file cannot be used: " + why + "." + HOW_TO_GET_ONE,
        new IllegalArgumentException(why));
  }
}
