package org.rollbook.google;

import java.util.Optional;
import org.rollbook.google.classroom.Courses;
import org.rollbook.google.directory.AccountDirectory;
import org.rollbook.google.directory.Administrator;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * What is missing for a connection to work, in the order in which an administrator has to put it
 * right (G1). That the key can be read was settled when the connection was opened; that Google
 * gives a token for it shows at the first call.
 */
final class ConnectionCheck {
  private final AccountDirectory directory;
  private final Courses courses;
  private final Administrator administrator;

  ConnectionCheck(AccountDirectory directory, Courses courses, Administrator administrator) {
    this.directory = directory;
    this.courses = courses;
    this.administrator = administrator;
  }

  Optional<String> missing() throws InterruptedException {
    try {
      directory.confirmReadable();
      courses.confirmListable();
      administrator.confirm();
      return Optional.empty();
    } catch (TargetUnavailable missing) {
      return Optional.of(String.valueOf(missing.getMessage()));
    }
  }
}
