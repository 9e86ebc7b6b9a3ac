package org.rollbook.google.rules;

import org.rollbook.sync.rules.MemberRules;
import org.rollbook.sync.testing.Classroom;

/** The rules, through Google's own client and the emulator. */
final class GoogleMemberRulesTest extends MemberRules {
  @Override
  protected Classroom openClassroom() {
    return new EmulatorClassroom();
  }
}
