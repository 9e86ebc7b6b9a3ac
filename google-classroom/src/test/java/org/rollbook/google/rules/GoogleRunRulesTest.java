package org.rollbook.google.rules;

import org.rollbook.sync.rules.RunRules;
import org.rollbook.sync.testing.Classroom;

/** The rules, through Google's own client and the emulator. */
final class GoogleRunRulesTest extends RunRules {
  @Override
  protected Classroom openClassroom() {
    return new EmulatorClassroom();
  }
}
