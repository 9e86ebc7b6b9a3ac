package org.rollbook.learn.classroom;

/**
 * An assignment in a list.
 *
 * @param says how it stands, in a few words
 */
record AssignmentRow(String path, String title, String says) {}
