package org.rollbook.sync.rules;

import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.ModelClassroom;

/** The rules, against a classroom in memory. */
final class ModelAnswerRulesTest extends AnswerRules {
  @Override
  protected Classroom openClassroom() {
    return new ModelClassroom();
  }
}
