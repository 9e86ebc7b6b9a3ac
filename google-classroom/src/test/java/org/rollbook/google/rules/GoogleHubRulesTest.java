package org.rollbook.google.rules;

import org.rollbook.sync.rules.HubRules;
import org.rollbook.sync.testing.Classroom;

/** The rules, through Google's own client and the emulator. */
final class GoogleHubRulesTest extends HubRules {
  @Override
  protected Classroom openClassroom() {
    return new EmulatorClassroom();
  }
}
