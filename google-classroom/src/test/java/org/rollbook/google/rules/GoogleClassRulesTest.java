package org.rollbook.google.rules;

import org.rollbook.sync.rules.ClassRules;
import org.rollbook.sync.testing.Classroom;

/** The rules, through Google's own client and the emulator. */
final class GoogleClassRulesTest extends ClassRules {
  @Override
  protected Classroom openClassroom() {
    return new EmulatorClassroom();
  }
}
