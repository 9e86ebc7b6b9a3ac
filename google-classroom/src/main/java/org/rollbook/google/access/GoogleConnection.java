package org.rollbook.google.access;

import com.google.api.client.googleapis.services.GoogleClientRequestInitializer;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.classroom.Classroom;
import com.google.api.services.classroom.ClassroomScopes;
import com.google.api.services.directory.Directory;
import com.google.api.services.directory.DirectoryScopes;
import com.google.auth.http.HttpCredentialsAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollbook.sync.target.TargetUnavailable;

/** Google's two clients over one pool of connections, in one administrator's name. */
public final class GoogleConnection implements AutoCloseable {
  /** The least that rostering needs; members are compared by id, so no profile is asked for. */
  static final List<String> SCOPES =
      List.of(
          ClassroomScopes.CLASSROOM_COURSES,
          ClassroomScopes.CLASSROOM_ROSTERS,
          DirectoryScopes.ADMIN_DIRECTORY_USER_READONLY);

  private static final String APPLICATION = "Rollbook";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Google answers a write to a large class in seconds, rarely in more than half a minute. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

  /** For a token that Google dropped early: a 401 did nothing, so asking once more is safe. */
  private static final int RETRIES_AFTER_401 = 1;

  private final HttpTransport transport;
  private final Classroom classroom;
  private final Directory directory;
  private final Identity identity;

  private GoogleConnection(
      HttpTransport transport, Classroom classroom, Directory directory, Identity identity) {
    this.transport = transport;
    this.classroom = classroom;
    this.directory = directory;
    this.identity = identity;
  }

  /**
   * Makes the clients; sends nothing.
   *
   * @param rootUrl where both APIs are instead of at Google
   */
  public static GoogleConnection open(
      ServiceAccountKey key, String adminEmail, Optional<URI> rootUrl) throws TargetUnavailable {
    if (adminEmail.indexOf('@') < 1) {
      throw new TargetUnavailable(
          "\"" + adminEmail + "\" is not the e-mail address of an administrator.",
          new IllegalArgumentException("adminEmail"));
    }
    var identity = new Identity(key.clientEmail(), key.clientId(), adminEmail, SCOPES);
    var transport = SharedTransport.open();
    var adapter = new HttpCredentialsAdapter(key.credentials(SCOPES, adminEmail, () -> transport));
    var initializer = patient(adapter);
    var classroom = classroom(transport, initializer);
    var directory = directory(transport, initializer);
    rootUrl.map(URI::toString).ifPresent(classroom::setRootUrl);
    rootUrl.map(URI::toString).ifPresent(directory::setRootUrl);
    return new GoogleConnection(transport, classroom.build(), directory.build(), identity);
  }

  private static Classroom.Builder classroom(
      HttpTransport transport, HttpRequestInitializer initializer) {
    return new Classroom.Builder(transport, GsonFactory.getDefaultInstance(), initializer)
        .setApplicationName(APPLICATION)
        .setGoogleClientRequestInitializer(compact());
  }

  private static Directory.Builder directory(
      HttpTransport transport, HttpRequestInitializer initializer) {
    return new Directory.Builder(transport, GsonFactory.getDefaultInstance(), initializer)
        .setApplicationName(APPLICATION)
        .setGoogleClientRequestInitializer(compact());
  }

  /** Answers come gzipped and without white space; what we send is too short to gain by gzip. */
  private static GoogleClientRequestInitializer compact() {
    return request -> {
      request.set("prettyPrint", false);
      request.setDisableGZipContent(true);
    };
  }

  private static HttpRequestInitializer patient(HttpCredentialsAdapter credentials) {
    return request -> {
      credentials.initialize(request);
      request.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
      request.setReadTimeout((int) READ_TIMEOUT.toMillis());
      request.setNumberOfRetries(RETRIES_AFTER_401);
      // Requests name children; they belong in no log.
      request.setLoggingEnabled(false);
    };
  }

  public Classroom classroom() {
    return classroom;
  }

  public Directory directory() {
    return directory;
  }

  /** As whom this connection speaks. */
  public Identity identity() {
    return identity;
  }

  @Override
  public void close() {
    try {
      transport.shutdown();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
