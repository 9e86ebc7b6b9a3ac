package org.rollbook.google.directory;

import com.google.api.services.directory.Directory;
import com.google.api.services.directory.model.User;
import java.io.IOException;
import org.rollbook.google.access.Identity;
import org.rollbook.google.calls.Calls;
import org.rollbook.google.calls.Reply.No;
import org.rollbook.google.calls.Reply.Ok;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * The administrator in whose name every call is made. Only a super administrator may make classes
 * for others and change everybody's (source: Classroom API, "Manage courses").
 */
public final class Administrator {
  private final Directory directory;
  private final Calls calls;
  private final Identity identity;

  public Administrator(Directory directory, Calls calls, Identity identity) {
    this.directory = directory;
    this.calls = calls;
    this.identity = identity;
  }

  /**
   * Checks that the administrator is one.
   *
   * @throws TargetUnavailable when not, with what to do
   */
  public void confirm() throws TargetUnavailable, InterruptedException {
    boolean confirmed =
        switch (calls.read(this::asking)) {
          case Ok<User>(var user, _) -> Boolean.TRUE.equals(user.getIsAdmin());
          case No<User> _ -> false;
        };
    if (!confirmed) {
      throw noAdministrator();
    }
  }

  private Directory.Users.Get asking() throws IOException {
    return directory.users().get(identity.adminEmail()).setFields("isAdmin");
  }

  TargetUnavailable noAdministrator() {
    return new TargetUnavailable(
        identity.fillInto(
            "{admin} is not a super administrator of this Google Workspace. Give the account the"
                + " role Super Admin in the Admin console (Directory > Users > Admin roles and"
                + " privileges), or connect with the address of one that has it."),
        new IOException("not a super administrator"));
  }
}
