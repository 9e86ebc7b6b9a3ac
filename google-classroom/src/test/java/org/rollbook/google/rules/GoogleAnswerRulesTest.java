package org.rollbook.google.rules;

import org.rollbook.sync.rules.AnswerRules;
import org.rollbook.sync.testing.Classroom;

/** The rules, through Google's own client and the emulator. */
final class GoogleAnswerRulesTest extends AnswerRules {
  @Override
  protected Classroom openClassroom() {
    return new EmulatorClassroom();
  }
}
