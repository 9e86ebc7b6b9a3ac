package org.rollbook.learn.mastery;

/** One answer, as far as mastery is concerned: on which skill, and whether it was right. */
public record Evidence(SkillId skill, boolean correct) {}
