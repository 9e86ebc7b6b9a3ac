package org.rollbook.emulator.courses;

/**
 * What people write about a class; empty text is none.
 *
 * @param subject a field newer than the discovery document at hand
 */
public record CourseText(
    String name,
    String section,
    String descriptionHeading,
    String description,
    String room,
    String subject) {}
