package org.rollbook.emulator.directory;

import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Status;

/** The Directory API's refusals, in its own words. */
final class DirectoryRefused {
  private DirectoryRefused() {}

  static Refused noUser() {
    return Refused.of(Status.NOT_FOUND, "Resource Not Found: userKey");
  }

  static Refused notAuthorized() {
    return Refused.of(Status.PERMISSION_DENIED, "Not Authorized to access this resource/api");
  }

  static Refused exists() {
    return Refused.of(Status.ALREADY_EXISTS, "Entity already exists.");
  }

  static Refused invalid(String what) {
    return Refused.invalid("Invalid Input: " + what);
  }
}
