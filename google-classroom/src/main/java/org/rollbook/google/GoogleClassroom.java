package org.rollbook.google;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.google.access.GoogleConnection;
import org.rollbook.google.access.ServiceAccountKey;
import org.rollbook.google.calls.Calls;
import org.rollbook.google.classroom.ClassLook;
import org.rollbook.google.classroom.ClassOperations;
import org.rollbook.google.classroom.Courses;
import org.rollbook.google.classroom.Members;
import org.rollbook.google.classroom.Refusals;
import org.rollbook.google.directory.AccountDirectory;
import org.rollbook.google.directory.Administrator;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Google Classroom as a target, through Google's official client and a service account with
 * domain-wide delegation. People are known by their numeric account ids only (G2), classes by the
 * alias {@code d:} and their address's name (G12).
 */
public final class GoogleClassroom implements Target {
  private final GoogleConnection connection;
  private final AccountDirectory directory;
  private final ClassLook look;
  private final ClassOperations operations;
  private final ConnectionCheck check;

  private GoogleClassroom(GoogleConnection connection, CallGate gate) {
    this.connection = connection;
    var calls = new Calls(gate, connection.identity());
    var administrator = new Administrator(connection.directory(), calls, connection.identity());
    var courses = new Courses(connection.classroom(), calls);
    var members = new Members(connection.classroom(), calls);
    this.directory = new AccountDirectory(connection.directory(), calls, administrator);
    this.look = new ClassLook(courses, members, administrator);
    this.operations =
        new ClassOperations(
            courses, members, look, new Refusals(administrator), InstantSource.system());
    this.check = new ConnectionCheck(directory, courses, administrator);
  }

  /**
   * Opens a connection. Nothing is sent yet; {@link #check} tells whether Google lets us in.
   *
   * @param gate the door through which every call goes
   * @throws TargetUnavailable when the key file or the administrator's address cannot be used; the
   *     message shows nothing of the key
   */
  public static Target open(GoogleSettings settings, CallGate gate) throws TargetUnavailable {
    var key = ServiceAccountKey.read(settings.serviceAccountKeyJson());
    return new GoogleClassroom(
        GoogleConnection.open(key, settings.adminEmail(), settings.rootUrl()), gate);
  }

  @Override
  public void accounts(Consumer<Account> each) throws TargetUnavailable, InterruptedException {
    directory.accounts(each);
  }

  @Override
  public Optional<Account> account(String email) throws TargetUnavailable, InterruptedException {
    return directory.account(email);
  }

  @Override
  public Looked look(ClassAddress address, boolean seats)
      throws TargetUnavailable, InterruptedException {
    return look.look(address, seats);
  }

  @Override
  public Answer perform(ClassAddress address, Operation operation, Optional<Instant> sentSince)
      throws TargetUnavailable, InterruptedException {
    return operations.perform(address, operation, sentSince);
  }

  @Override
  public Optional<String> check() throws InterruptedException {
    return check.missing();
  }

  @Override
  public void close() {
    connection.close();
  }
}
