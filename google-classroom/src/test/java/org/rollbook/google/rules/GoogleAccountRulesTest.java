package org.rollbook.google.rules;

import org.rollbook.sync.rules.AccountRules;
import org.rollbook.sync.testing.Classroom;

/** The rules, through Google's own client and the emulator. */
final class GoogleAccountRulesTest extends AccountRules {
  @Override
  protected Classroom openClassroom() {
    return new EmulatorClassroom();
  }
}
