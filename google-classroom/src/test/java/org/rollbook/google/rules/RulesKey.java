package org.rollbook.google.rules;

import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.sync.testing.Sis;

/** One service account's key for all emulators of a test run: making one takes seconds. */
final class RulesKey {
  private static final String JSON = make();

  private RulesKey() {}

  private static String make() {
    try (var emulator = ClassroomEmulator.start(EmulatorSettings.of(0, Sis.DOMAIN, false))) {
      return emulator.serviceAccountKeyJson();
    }
  }

  static String json() {
    return JSON;
  }
}
