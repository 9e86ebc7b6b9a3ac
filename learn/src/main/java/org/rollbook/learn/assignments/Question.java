package org.rollbook.learn.assignments;

import org.rollbook.learn.mastery.SkillId;

/** A question as its teacher wrote it. */
record Question(String prompt, SkillId skill, RightAnswer answer) {
  /** The longest prompt, and the longest choice, in UTF-16 units as browsers count. */
  static final int LONGEST_PROMPT = 1000;

  static final int LONGEST_CHOICE = 300;
}
