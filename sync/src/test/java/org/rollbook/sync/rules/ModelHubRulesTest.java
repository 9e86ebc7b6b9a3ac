package org.rollbook.sync.rules;

import org.rollbook.sync.testing.Classroom;
import org.rollbook.sync.testing.ModelClassroom;

/** The rules, against a classroom in memory. */
final class ModelHubRulesTest extends HubRules {
  @Override
  protected Classroom openClassroom() {
    return new ModelClassroom();
  }
}
