package org.rollbook.learn.assignments;

/**
 * A question of an assignment.
 *
 * @param number its own for good: a question that was changed has another
 * @param position from 1
 */
record AskedQuestion(long number, int position, Question question) {}
