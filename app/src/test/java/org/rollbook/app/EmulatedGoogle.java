package org.rollbook.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.emulator.NewAccount;
import org.rollbook.sources.generator.GeneratedAccount;

/** The Google Workspace of a generated district. */
final class EmulatedGoogle {
  static final String DOMAIN = "district.example";
  static final String ADMIN = "admin@" + DOMAIN;

  private EmulatedGoogle() {}

  static ClassroomEmulator withoutQuota() {
    return ClassroomEmulator.start(EmulatorSettings.of(0, DOMAIN, false));
  }

  /** Slow enough to be stopped. */
  static ClassroomEmulator withQuota() {
    return ClassroomEmulator.start(EmulatorSettings.of(0, DOMAIN, true));
  }

  static void open(ClassroomEmulator emulator, Stream<GeneratedAccount> accounts) {
    accounts
        .map(a -> new NewAccount(a.email(), a.givenName(), a.familyName(), List.of()))
        .forEach(emulator::addAccount);
  }

  /** Where a service account's key lies that has all it needs. */
  static Path key(ClassroomEmulator emulator, Path folder) throws IOException {
    return Files.writeString(folder.resolve("key.json"), emulator.serviceAccountKeyJson());
  }
}
