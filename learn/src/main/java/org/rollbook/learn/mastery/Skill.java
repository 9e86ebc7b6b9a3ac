package org.rollbook.learn.mastery;

/**
 * Something that can be learnt.
 *
 * @param grade the school year in which it is first asked for, 3 to 8
 * @param name in words, such as “Add and subtract fractions”
 */
public record Skill(SkillId id, String subject, int grade, String name) {}
