package org.rollbook.learn.assignments;

/**
 * One student's answer to one question.
 *
 * @param question the question's own number
 * @param answer the text of the choice, or the number as it was typed
 */
record Response(long question, String answer, boolean correct) {}
