package org.rollbook.learn.assignments;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a class's assignments, for its teachers.
 *
 * @param published whether students see it
 * @param questions how many it has
 * @param begun how many of the class's present students have answered at least one question
 * @param finished how many of them have answered all
 * @param students how many students the class has now
 */
public record ForTeacher(
    AssignmentId id,
    String title,
    Optional<LocalDate> due,
    boolean published,
    int questions,
    int begun,
    int finished,
    int students) {}
